package org.feedwright.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.feedwright.backup.Tampered.Part;
import org.feedwright.testing.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of backups, and what is refused. One small publisher is backed up by all tests. */
class BackupCommandTest {
    private static final Set<String> OF_THE_FIRST_VERSION = Set.of(
            "flyway_schema_history",
            "feed",
            "former_name",
            "inheritance",
            "article",
            "former_address",
            "article_alias",
            "former_document",
            "article_media",
            "place",
            "mark",
            "folder_file",
            "folder_media");

    @TempDir
    private static Path home;

    private static Path backup;

    @TempDir
    private Path place;

    @BeforeAll
    static void publish() throws IOException {
        Publisher.file(home, "feeds/news/feed.yaml", "title: News\n");
        Publisher.file(
                home, "feeds/news/one.md", "---\ntitle: One\npublished: 2026-01-01\n---\n![It](a/one.png) copper\n");
        Publisher.file(home, "feeds/news/two.md", "---\ntitle: Two\npublished: 2026-01-02\n---\nTin.\n");
        Publisher.file(home, "feeds/news/a/one.png", "a picture");
        Publisher.file(home, "feeds/.git/config", "of version control");
        Publisher.file(home, "feeds/news/.imported.json", "{}");
        try (var service =
                Publisher.start(home.resolve("feeds"), List.of("--feedwright.data=" + home.resolve("data")))) {
            service.await("/articles/news/one", 200, "/media/news/a/one.png");
            service.await("/articles/news/two", 200, "Tin");
        }
        backup = home.resolve("backup.zip");
        assertThat(Line.run(List.of("backup", backup.toString()), source()))
                .isEqualTo(new Line(
                        0,
                        "Backed up to " + backup + ": 2 articles, 5 files, " + (Files.size(backup) + 999) / 1000
                                + " kB\n"));
    }

    private static String[] source(String... more) {
        return Publisher.settings(home.resolve("feeds"), List.of("--feedwright.data=" + home.resolve("data")), more);
    }

    private String[] target() {
        return Publisher.settings(place.resolve("feeds"), List.of("--feedwright.data=" + place.resolve("data")));
    }

    private Line restore(Path file, String... options) {
        var arguments = new ArrayList<>(List.of("restore", file.toString()));
        arguments.addAll(List.of(options));
        return Line.run(arguments, target());
    }

    @Test
    void holdsTablesFilesAndAManifestThatOnlyTheOwnerMayRead() throws IOException {
        try (var zip = new ZipFile(backup.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("store/article.jsonl", "store/place.jsonl", "folder/news/one.md", "folder/news/a/one.png")
                    .contains("folder/news/.imported.json", "manifest.json")
                    .doesNotContain(
                            "folder/.git/config", "store/searchable.jsonl", "store/flyway_schema_history.jsonl");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain(".backup.zip.partial");
        }
    }

    @Test
    void replacesAFileOnlyWhenAsked() throws IOException {
        var file = Files.writeString(place.resolve("precious.zip"), "precious");
        var refused = Line.run(List.of("backup", file.toString()), source());
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.said()).contains("precious.zip is there already; name another file, or say --overwrite.");
        assertThat(file).hasContent("precious");

        assertThat(Line.run(List.of("backup", "--overwrite", file.toString()), source())
                        .status())
                .isZero();
        assertThat(restore(file).status()).isZero();
    }

    @Test
    void writesOverWhatAKilledBackupHasLeft() throws IOException {
        Files.writeString(place.resolve(".next.zip.partial"), "half of one".repeat(100_000));
        var file = place.resolve("next.zip");
        assertThat(Line.run(List.of("backup", file.toString()), source()).status())
                .isZero();
        assertThat(place.resolve(".next.zip.partial")).doesNotExist();
        assertThat(restore(file).status()).isZero();
    }

    @Test
    void takesNeitherItselfNorTheStoreFromTheFolder() throws IOException {
        var folder = Files.createDirectories(place.resolve("own"));
        Files.copy(home.resolve("feeds/news/two.md"), folder.resolve("two.md"));
        Files.createDirectory(folder.resolve("data"));
        Files.copy(home.resolve("data/feedwright.db"), folder.resolve("data/feedwright.db"));
        var link = Files.createSymbolicLink(place.resolve("link"), folder);
        var own = Publisher.settings(folder, List.of("--feedwright.data=" + link.resolve("data")));

        for (var file : List.of(folder.resolve("./next.zip"), link.resolve("next.zip"))) {
            var line = Line.run(List.of("backup", "--overwrite", file.toString()), own);
            assertThat(line.status()).as(line.said()).isZero();
            try (var archive = BackupArchive.open(file)) {
                assertThat(archive.folder().keySet()).containsExactly("two.md");
            }
        }
    }

    @Test
    void keepsTheNewestInADirectory() throws IOException {
        var directory = Files.createDirectory(place.resolve("backups"));
        var old = List.of("feedwright-20200101T000000Z.zip", "feedwright-20210101T000000Z.zip");
        for (String name : old) {
            Files.writeString(directory.resolve(name), "old");
        }
        Files.writeString(directory.resolve("mine.zip"), "mine");
        Files.writeString(directory.resolve(".feedwright-20200101T000000Z.zip.partial"), "half of one");

        var line = Line.run(List.of("backup", "--keep", "2", directory.toString()), source());
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(line.said()).contains("Removed " + directory.resolve(old.getFirst()));
        assertThat(names(directory))
                .hasSize(3)
                .contains("mine.zip", old.getLast())
                .anyMatch(name -> name.matches("feedwright-20[2-9]\\d{5}T\\d{6}Z\\.zip") && !old.contains(name));
    }

    @Test
    void removesNothingWhenABackupFails() throws IOException {
        var directory = Files.createDirectory(place.resolve("backups"));
        Files.writeString(directory.resolve("feedwright-20200101T000000Z.zip"), "old");
        Files.writeString(directory.resolve("feedwright-20210101T000000Z.zip"), "old");
        var nothing = Publisher.settings(place, List.of("--feedwright.data=" + place.resolve("nothing")));

        var line = Line.run(List.of("backup", "--keep", "1", directory.toString()), nothing);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).contains("There is no store yet in ", "; name the right one by feedwright.data");
        assertThat(names(directory)).hasSize(2);
    }

    private static SortedSet<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var names = new TreeSet<String>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    @Test
    void tellsWhatIsNotUnderstood() {
        assertThat(Line.run("backup").status()).isEqualTo(2);
        assertThat(Line.run("backup", "x.zip", "--feedwright.dta=x").status()).isEqualTo(2);
        assertThat(Line.run("backup", "x.zip", "nonsense").said()).contains("'nonsense' is no setting");
        assertThat(Line.run("backup", "--every", "5s", "x").said()).contains("write one such as 6h or 1d, at least 1m");
        assertThat(Line.run("backup", "--keep", "0", "x").status()).isEqualTo(2);
        assertThat(Line.run("migrate").status()).isEqualTo(2);
        assertThat(Path.of("x.zip")).doesNotExist();
    }

    @Test
    void doesNotMigrateAStoreOfAnEarlierVersion() throws Exception {
        Files.createDirectory(place.resolve("old"));
        Files.copy(home.resolve("data/feedwright.db"), place.resolve("old/feedwright.db"));
        sql(place.resolve("old/feedwright.db"), "drop table search");
        for (String table : tables(place.resolve("old/feedwright.db"))) {
            if (!OF_THE_FIRST_VERSION.contains(table)) {
                sql(place.resolve("old/feedwright.db"), "drop table " + table);
            }
        }
        sql(place.resolve("old/feedwright.db"), "delete from flyway_schema_history where cast(version as integer) > 1");
        var file = place.resolve("old.zip");

        var line = Line.run(
                List.of("backup", file.toString()),
                Publisher.settings(home.resolve("feeds"), List.of("--feedwright.data=" + place.resolve("old"))));
        assertThat(line.status()).as(line.said()).isZero();
        try (var archive = BackupArchive.open(file)) {
            assertThat(archive.schema()).isEqualTo("1");
        }

        assertThat(restore(file).status()).isZero();
        try (var restored =
                Publisher.start(place.resolve("feeds"), List.of("--feedwright.data=" + place.resolve("data")))) {
            assertThat(restored.http().get("/feeds/all.atom?q=copper").body())
                    .asString(UTF_8)
                    .contains("<title type=\"text\">One</title>");
        }
    }

    @Test
    void saysWhichMessagesOfWebhooksAreNotCopied() throws Exception {
        var old = Files.createDirectory(place.resolve("old"));
        Files.copy(home.resolve("data/feedwright.db"), old.resolve("feedwright.db"));
        sql(
                old.resolve("feedwright.db"),
                "insert into webhook_delivery (id, endpoint, article, number, body, created, due)"
                        + " values ('msg_1', 'chat', 'a', 1, '{}', 0, 0)");

        var line = Line.run(
                List.of("migrate", "--to", "jdbc:sqlite:" + place.resolve("new.db")),
                Publisher.settings(home.resolve("feeds"), List.of("--feedwright.data=" + old)));
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(line.said()).contains("Not copied: the messages that wait to be sent to webhooks (1).", "Copied ");
    }

    @Test
    void saysThatTheRoleOfTheNewDatabaseMayMakeNoTables() {
        var line = Line.run(List.of("migrate", "--to", Postgres.withoutRights()), source());

        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said())
                .contains("The database refuses its role (ERROR: permission denied for schema public); let it own");
    }

    private static void sql(Path store, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static UnaryOperator<@Nullable Part> replacing(String name, String from, String to) {
        return part -> part != null && part.name().equals(name)
                ? new Part(
                        name, new String(part.bytes(), UTF_8).replace(from, to).getBytes(UTF_8))
                : part;
    }

    @Test
    void refusesWhatIsNewerThanTheProgram() throws IOException {
        var file =
                Tampered.change(backup, "newer.zip", replacing(Manifest.NAME, "\"schema\" : \"", "\"schema\" : \"9"));
        var line = restore(file);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said())
                .contains("newer.zip is newer than this program: its tables are of version 9")
                .contains("Take the version that made it, or a later one.");

        file = Tampered.change(backup, "form.zip", replacing(Manifest.NAME, "\"format\" : 1", "\"format\" : 2"));
        assertThat(restore(file).said()).contains("in a form that this version does not know");
        assertThat(place.resolve("feeds")).doesNotExist();
    }

    @Test
    void refusesWhatIsDamagedBeforeItWritesAnything() throws IOException {
        for (String part : List.of("store/article.jsonl", "store/feed.jsonl", "folder/news/two.md")) {
            var changed = Tampered.change(
                    backup, "damaged.zip", each -> each != null && each.name().equals(part) ? flipped(each) : each);
            refusesAsDamaged(changed);
            var missing = Tampered.change(
                    backup, "damaged.zip", each -> each != null && each.name().equals(part) ? null : each);
            refusesAsDamaged(missing);
        }
        refusesAsDamaged(
                Tampered.change(backup, "damaged.zip", each -> each, new Part("folder/news/more.md", new byte[1])));
    }

    private static Part flipped(Part part) {
        byte[] bytes = part.bytes().clone();
        bytes[bytes.length / 2] ^= 1;
        return new Part(part.name(), bytes);
    }

    private void refusesAsDamaged(Path file) {
        var line = restore(file);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).contains("damaged");
        assertThat(place.resolve("feeds")).doesNotExist();
        assertThat(place.resolve("data/feedwright.db"))
                .satisfiesAnyOf(
                        store -> assertThat(store).doesNotExist(),
                        store -> assertThat(tables(store)).isEmpty());
    }

    private static List<String> tables(Path store) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var rows = connection
                        .createStatement()
                        .executeQuery("select name from sqlite_schema where type = 'table'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAFileThatWasCutOffOrIsNoBackup() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        var half = Files.write(place.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(restore(half).said()).contains("half.zip is no backup, or only a part of one");
        var other = Tampered.change(
                backup, "other.zip", each -> each != null && each.name().equals(Manifest.NAME) ? null : each);
        assertThat(restore(other).said()).contains("other.zip is no backup of Feedwright: it has no manifest.json");
        var empty = Tampered.change(
                backup,
                "empty.zip",
                each -> each != null && each.name().equals(Manifest.NAME)
                        ? new Part(Manifest.NAME, "{}".getBytes(UTF_8))
                        : each);
        assertThat(restore(empty).said()).contains("empty.zip is no backup of Feedwright: its manifest.json says");
        assertThat(restore(place.resolve("none.zip")).said()).contains("There is no file " + place.resolve("none.zip"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped.md",
                "news/../../escaped.md",
                "/tmp/escaped.md",
                "news//two.md",
                "./news/x.md",
                "..\\escaped.md",
                "news/two.md/below.md"
            })
    void refusesAPathThatLeadsOutOfTheFolder(String path) throws IOException {
        var file = Tampered.change(backup, "slip.zip", each -> each, new Part("folder/" + path, new byte[1]));
        var line = restore(file);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).containsAnyOf("which would be outside of the folder", "is damaged");
        assertThat(place.resolve("escaped.md")).doesNotExist();
        assertThat(place.resolve("feeds")).doesNotExist();
    }

    @Test
    void readsNoMoreThanTheManifestSays() throws IOException {
        var file = Tampered.change(
                backup,
                "bomb.zip",
                each -> each != null && each.name().equals("folder/news/two.md")
                        ? new Part(each.name(), new byte[50_000_000])
                        : each);
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThat(restore(file).said()).contains("folder/news/two.md is not as it was written");
    }

    @Test
    void leavesTheTablesOfAnotherProgram() throws Exception {
        Files.createDirectory(place.resolve("data"));
        sql(place.resolve("data/feedwright.db"), "create table ledger (entry text)", "create view entries as select 1");
        var line = restore(backup);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).contains("there are tables that Feedwright has not made (ledger), and nothing is ever");
        assertThat(tables(place.resolve("data/feedwright.db"))).containsExactly("ledger");
    }

    @Test
    void overwritesNothingInTheFolder() throws IOException {
        Publisher.file(place, "feeds/news/two.md", "another one");
        var line = restore(backup);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).contains("has another news/two.md than the backup, and nothing is ever overwritten");
        assertThat(place.resolve("feeds/news/one.md")).doesNotExist();

        line = restore(backup, "--store-only");
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(place.resolve("feeds/news/two.md")).hasContent("another one");
        assertThat(place.resolve("feeds/news/one.md")).doesNotExist();
    }

    @Test
    void refusesAFolderInWhichSomethingElseStandsInTheWay() throws IOException {
        var other = Files.createDirectories(place.resolve("other"));
        Files.writeString(other.resolve("one.png"), "another picture");
        var news = Files.createDirectories(place.resolve("feeds/news"));
        refusesTheWayOf("news/two.md", Files.createSymbolicLink(news.resolve("two.md"), place.resolve("nothing")));
        refusesTheWayOf("news/two.md", Files.createDirectory(news.resolve("two.md")));
        refusesTheWayOf("news/a/one.png", Files.createSymbolicLink(news.resolve("a"), other));
        assertThat(other.resolve("one.png")).hasContent("another picture");
    }

    private void refusesTheWayOf(String name, Path obstacle) throws IOException {
        var line = restore(backup);
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).contains("has another " + name + " than the backup, and nothing is ever overwritten");
        assertThat(place.resolve("feeds/news/one.md")).doesNotExist();
        Files.delete(obstacle);
    }

    @Test
    void restoresIntoAFolderThatHasTheStore() throws IOException {
        var settings =
                Publisher.settings(place.resolve("all"), List.of("--feedwright.data=" + place.resolve("all/data")));
        var line = Line.run(List.of("restore", backup.toString()), settings);
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(place.resolve("all/news/two.md")).hasSameTextualContentAs(home.resolve("feeds/news/two.md"));
    }

    @Test
    void completesAFolderThatHasSomeOfItsFiles() throws IOException {
        Files.createDirectories(place.resolve("feeds/news/a"));
        Files.copy(home.resolve("feeds/news/two.md"), place.resolve("feeds/news/two.md"));
        Files.writeString(place.resolve("feeds/.restored.partial"), "left by one that was killed");
        var line = restore(backup);
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(place.resolve("feeds/news/a/one.png")).hasContent("a picture");
    }

    @Test
    void leavesOutWhatLinksLeadToOutside() throws IOException {
        var secret = Files.writeString(place.resolve("secret"), "secret");
        var folder = Files.createDirectories(place.resolve("own/news"));
        Files.writeString(folder.resolve("within.txt"), "within");
        Files.createSymbolicLink(folder.resolve("out.md"), secret);
        Files.createSymbolicLink(folder.resolve("in.txt"), folder.resolve("within.txt"));
        var file = place.resolve("links.zip");

        var line = Line.run(
                List.of("backup", file.toString()),
                Publisher.settings(place.resolve("own"), List.of("--feedwright.data=" + home.resolve("data"))));
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(line.said())
                .contains("Not in the backup: news/out.md is a link that leads to no file in the folder\n");
        try (var archive = BackupArchive.open(file)) {
            assertThat(archive.folder().keySet()).containsExactly("news/in.txt", "news/within.txt");
        }
    }
}
