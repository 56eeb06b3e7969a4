package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.feedwright.testing.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is backed up, restored or migrated is served as before, to the byte; from either database to either. */
@ParameterizedClass
@EnumSource(BackupRoundTripTest.Kind.class)
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests
class BackupRoundTripTest {
    enum Kind {
        SQLITE(directory -> List.of("--feedwright.data=" + directory)),
        POSTGRES(directory ->
                List.of("--feedwright.data=" + directory, "--spring.datasource.url=" + Postgres.freshDatabase()));

        @SuppressWarnings("ImmutableEnumChecker") // it keeps nothing
        private final Function<Path, List<String>> fresh;

        Kind(Function<Path, List<String>> fresh) {
            this.fresh = fresh;
        }

        /** The settings of an empty store. */
        List<String> store(Path directory) {
            return fresh.apply(directory);
        }
    }

    @Parameter
    private Kind from;

    @TempDir
    private static Path temporary;

    private Path home;
    private Path folder;
    private List<String> store;
    private Publisher publisher;
    private Map<String, String> before;
    private Path backup;

    @BeforeParameterizedClassInvocation
    void publish() throws IOException {
        home = Files.createDirectory(temporary.resolve(from.name()));
        folder = home.resolve("feeds");
        store = from.store(home.resolve("data"));
        publisher = Publisher.withHistory(folder, store);
        before = publisher.answers();
        backup = home.resolve("backup.zip");
        var line = Line.run(List.of("backup", backup.toString()), Publisher.settings(folder, store));
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(line.said()).contains("Backed up to " + backup + ": 70 articles, 74 files");
    }

    @AfterParameterizedClassInvocation
    void stop() {
        publisher.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void servesTheSameFromARestoredStoreAndFolder(Kind to) throws IOException {
        var place = Files.createDirectory(home.resolve("restored-" + to));
        var settings = to.store(place.resolve("data"));
        var line =
                Line.run(List.of("restore", backup.toString()), Publisher.settings(place.resolve("feeds"), settings));
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(rowsOf(place.resolve("feeds"), settings, place)).isEqualTo(rows(backup));
        var again =
                Line.run(List.of("restore", backup.toString()), Publisher.settings(place.resolve("feeds"), settings));
        assertThat(again.status()).isEqualTo(3);
        assertThat(again.said()).contains("is not empty (70 articles), and nothing is ever overwritten; name an empty");
        assertThat(files(place.resolve("feeds"))).isEqualTo(files(folder));

        try (var restored = Publisher.start(place.resolve("feeds"), settings)) {
            assertThat(Answers.differences(before, restored.answers())).isEmpty();
            // And goes on: what is known of files and articles is known of them in their new place.
            Files.move(place.resolve("feeds/news/renamed.md"), place.resolve("feeds/news/again.md"));
            restored.await("/articles/news/former", 301, "");
            restored.await("/articles/news/again", 200, "To be renamed");
        }
    }

    @Test
    void servesTheSameFromAStoreOfTheOtherKind() throws IOException {
        var to = from == Kind.SQLITE ? Kind.POSTGRES : Kind.SQLITE;
        var place = Files.createDirectory(home.resolve("migrated-" + to));
        String url = to == Kind.SQLITE
                ? "jdbc:sqlite:" + place.resolve("feedwright.db")
                        + "?journal_mode=WAL&synchronous=FULL&busy_timeout=1000&foreign_keys=true"
                : Postgres.freshDatabase();
        var stopped = from.store(place.resolve("stopped"));
        assertThat(Line.run(List.of("restore", "--store-only", backup.toString()), Publisher.settings(folder, stopped))
                        .status())
                .isZero();
        var line = Line.run(List.of("migrate", "--to", url), Publisher.settings(folder, stopped));
        assertThat(line.status()).as(line.said()).isZero();
        assertThat(line.said()).contains("Copied 70 articles").doesNotContain("Not copied");
        var settings = List.of("--feedwright.data=" + place, "--spring.datasource.url=" + url);
        assertThat(rowsOf(folder, settings, place)).isEqualTo(rows(backup));

        try (var migrated = Publisher.start(folder, settings)) {
            assertThat(Answers.differences(before, migrated.answers())).isEmpty();
        }
    }

    @Test
    void refusesAPlaceThatAServiceUses() {
        var line = Line.run(List.of("restore", backup.toString()), Publisher.settings(folder, store));
        assertThat(line.status()).isEqualTo(3);
        assertThat(line.said()).contains("is in use", "End it, and run this command again");
        assertThat(Answers.differences(before, publisher.answers())).isEmpty();
    }

    /** A backup that is made of what there is there. */
    private static Map<String, List<String>> rowsOf(Path folder, List<String> store, Path place) throws IOException {
        var file = place.resolve("again.zip");
        var line = Line.run(List.of("backup", file.toString()), Publisher.settings(folder, store));
        assertThat(line.status()).as(line.said()).isZero();
        return rows(file);
    }

    /** The rows of each table, sorted. */
    private static Map<String, List<String>> rows(Path backup) throws IOException {
        var rows = new TreeMap<String, List<String>>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().startsWith(Manifest.TABLES)) {
                    String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    rows.put(
                            entry.getName(),
                            Arrays.stream(text.split("\n")).sorted().toList());
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(10);
        return rows;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.readString(file) + Files.getLastModifiedTime(file).toMillis() / 1000);
            }
        }
        return files;
    }
}
