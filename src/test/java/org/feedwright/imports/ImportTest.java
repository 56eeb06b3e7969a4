package org.feedwright.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.folder.FolderCheck;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ImportTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final OffsetDateTime DATE = OffsetDateTime.parse("2020-01-05T10:00:00Z");

    @TempDir
    private Path folder;

    private ImportedFeed feed = ImportedFeed.titled("Old site");

    private record Exported(ImportedFeed feed, List<ImportedArticle> all) implements ImportSource {
        @Override
        public void articles(Consumer<ImportedArticle> sink, ImportReport report) {
            all.forEach(sink);
        }
    }

    private static ImportedArticle article(String source, String slug) {
        return ImportedArticle.of(source, "Article " + slug)
                .slug(slug)
                .published(DATE)
                .id("https://old.example/?p=" + source)
                .body(Kind.MARKDOWN, "Text of " + slug);
    }

    private ImportReport run(boolean isDryRun, ImportedArticle... articles) throws IOException {
        return Import.run(
                new Exported(feed, List.of(articles)),
                new ImportTarget(folder, new FeedName("old"), isDryRun),
                ImportedMedia.left(),
                NOW,
                _ -> {});
    }

    private ImportReport run(ImportedArticle... articles) throws IOException {
        return run(false, articles);
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("old").resolve(name));
    }

    private void edit(String name, String from, String to) throws IOException {
        Files.writeString(folder.resolve("old").resolve(name), file(name).replace(from, to));
    }

    private void assertAccepted() throws IOException {
        assertThat(FolderCheck.look(folder, DataSize.ofMegabytes(2), NOW, _ -> {}))
                .filteredOn(found -> !found.isWarning())
                .isEmpty();
    }

    @Test
    void writesAFileThatAPersonLikesToRead() throws IOException {
        feed = new ImportedFeed(
                "Old site: the log",
                "All of it",
                "https://old.example/",
                "en",
                new Person("Ann", null, "https://old.example/ann"),
                "© Ann",
                ZoneId.of("Europe/Berlin"),
                List.of());
        run(ImportedArticle.of("1", "Rain: it \"pours\" # now")
                .slug("rain")
                .published(DATE)
                .updated(DATE.plusDays(1))
                .id("https://old.example/?p=1")
                .link("https://old.example/rain/")
                .author(Person.named("Ann"))
                .author(new Person("Bob", "bob@old.example", null))
                .category("Weather")
                .category("true")
                .summary("One line.\nAnd another: here.")
                .image(new Picture("https://old.example/rain.jpg", "A puddle"))
                .language("de")
                .rights("© 2020")
                .highlight("It rained")
                .disclaimer("No advice.")
                .enclosure(new File("https://old.example/rain.mp3", "audio/mpeg", 1234L, null))
                .body(Kind.MARKDOWN, "It rains.\r\n\r\n---\r\n\r\nStill."));

        assertThat(file("2020-01-05-rain.md")).isEqualTo("""
                ---
                title: 'Rain: it "pours" # now'
                published: 2020-01-05T10:00:00Z
                updated: 2020-01-06T10:00:00Z
                id: https://old.example/?p=1
                link: https://old.example/rain/
                authors:
                - Ann
                - name: Bob
                  email: bob@old.example
                categories:
                - Weather
                - 'true'
                summary: |-
                  One line.
                  And another: here.
                image:
                  url: https://old.example/rain.jpg
                  alt: A puddle
                language: de
                rights: © 2020
                highlights:
                - It rained
                disclaimer: No advice.
                enclosures:
                - url: https://old.example/rain.mp3
                  type: audio/mpeg
                  length: 1234
                ---
                It rains.

                ---

                Still.
                """);
        assertThat(file("feed.yaml")).isEqualTo("""
                title: 'Old site: the log'
                subtitle: All of it
                home: https://old.example/
                language: en
                author:
                  name: Ann
                  uri: https://old.example/ann
                rights: © Ann
                zone: Europe/Berlin
                """);
        assertAccepted();
    }

    @Test
    void writesNothingOnADryRunAndReportsTheSame() throws IOException {
        var articles = List.of(article("1", "one"), article("2", "two").draft(true));
        var dry = run(true, articles.toArray(ImportedArticle[]::new));
        assertThat(files()).isEmpty();

        var wet = run(false, articles.toArray(ImportedArticle[]::new));
        assertThat(files().keySet())
                .containsExactly(
                        "old/.imported.json", "old/2020-01-05-one.md", "old/2020-01-05-two.md", "old/feed.yaml");
        assertThat(dry.lines()).isEqualTo(wet.lines()).contains("published: 1", "drafts: 1", "ids kept: 2");
    }

    @Test
    void changesNothingWhenItRunsTwice() throws IOException {
        run(article("1", "one"), article("2", "one"));
        var before = files();

        var report = run(article("1", "one"), article("2", "one"));

        assertThat(files()).isEqualTo(before);
        assertThat(report.lines()).contains("files that stay as they are: 2");
    }

    @Test
    void bringsAFileUpToDateThatNobodyHasEdited() throws IOException {
        run(article("1", "one"));

        var report = run(article("1", "renamed").body(Kind.MARKDOWN, "Another text"));

        assertThat(files().keySet()).contains("old/2020-01-05-one.md").doesNotContain("old/2020-01-05-renamed.md");
        assertThat(file("2020-01-05-one.md")).endsWith("Another text\n");
        assertThat(report.counted("files brought up to date")).isEqualTo(1);
    }

    @Test
    void neverOverwritesWhatWasEditedAndSaysSo() throws IOException {
        run(article("1", "one"), article("2", "two"));
        edit("2020-01-05-one.md", "Text", "My text");
        edit("2020-01-05-two.md", "Text", "My text");

        var report = run(article("1", "one").summary("New there"), article("2", "two"));

        assertThat(file("2020-01-05-one.md")).contains("My text").doesNotContain("New there");
        assertThat(file("2020-01-05-two.md")).contains("My text");
        assertThat(report.lines())
                .contains("edited here since the last import and changed there, too; the file stays as it is:")
                .contains("  2020-01-05-one.md")
                .doesNotContain("  2020-01-05-two.md");
    }

    @Test
    void doesNotBringBackWhatWasDeletedOrMoved() throws IOException {
        run(article("1", "one"));
        Files.delete(folder.resolve("old/2020-01-05-one.md"));

        var report = run(article("1", "one").summary("New there"));

        assertThat(files().keySet()).noneMatch(name -> name.endsWith(".md"));
        assertThat(report.lines()).anyMatch(line -> line.startsWith("no longer here since the last import"));
    }

    @Test
    void neverOverwritesAFileOrADefinitionOfSomebodyElse() throws IOException {
        var old = Files.createDirectories(folder.resolve("old"));
        Files.writeString(old.resolve("2020-01-05-one.md"), "---\ntitle: Mine\npublished: 2020-01-05\n---\nMine");
        Files.writeString(old.resolve("feed.yaml"), "title: Mine\n");

        run(article("1", "one"));

        assertThat(file("2020-01-05-one.md")).endsWith("Mine");
        assertThat(file("feed.yaml")).isEqualTo("title: Mine\n");
        assertThat(file("2020-01-05-one-2.md")).contains("title: Article one");
        assertAccepted();
    }

    @Test
    void givesArticlesOfOneSlugDifferentNamesWhateverTheirDates() throws IOException {
        run(article("1", "One"), article("2", "one").published(DATE.plusDays(1)), article("3", "one-2"));

        assertThat(files().keySet())
                .contains("old/2020-01-05-One.md", "old/2020-01-06-one-2.md", "old/2020-01-05-one-2-2.md");
        assertAccepted();
    }

    @Test
    void takesItsOwnFilesForItsOwnWhereItWasBrokenOff() throws IOException {
        run(article("1", "one"));
        Files.delete(folder.resolve("old/.imported.json"));

        run(article("1", "one"), article("2", "two"));

        assertThat(files().keySet())
                .containsExactly(
                        "old/.imported.json", "old/2020-01-05-one.md", "old/2020-01-05-two.md", "old/feed.yaml");
    }

    @Test
    void takesItsOwnFilesForItsOwnAlsoWhereTheyAreNumbered() throws IOException {
        ImportedArticle[] all = {
            article("1", "one"), article("2", "one"), article("3", "one").published(DATE.plusDays(1))
        };
        run(all);
        var before = files();
        Files.delete(folder.resolve("old/.imported.json"));

        var report = run(all);

        assertThat(files()).isEqualTo(before);
        assertThat(report.lines()).contains("files that stay as they are: 3").noneMatch(line -> line.startsWith("new"));
    }

    @Test
    void namesArticlesOfOneIdOfWhichOneWouldBeHeldBack() throws IOException {
        var report = run(article("1", "one"), article("2", "two").id("https://old.example/?p=1"));

        assertThat(report.problems())
                .containsExactly(
                        "2020-01-05-two.md: its id 'https://old.example/?p=1' is that of 2020-01-05-one.md too,"
                                + " and one of the two would be held back; give it another 'id'");
        assertThat(report.lines()).contains("ids kept: 1");
    }

    @Test
    void namesArticlesWithSignsThatCouldNotBeRead() throws IOException {
        var report = run(article("1", "one").body(Kind.HTML, "caf\uFFFD"), article("2", "two"));

        assertThat(report.lines())
                .containsSequence(
                        "with the sign \uFFFD, which stands for what could not be read there:",
                        "  2020-01-05-one.html");
    }

    @Test
    void keepsWithinTheFolderWhateverANameSays() throws IOException {
        run(
                article("1", "../../../etc/passwd"),
                article("2", "/absolute"),
                article("3", "a\0b\nc"),
                article("4", ".."),
                article("5", "長".repeat(300)),
                article("6", "README"),
                article("7", "_index"));

        assertThat(files().keySet())
                .contains(
                        "old/2020-01-05-etc-passwd.md",
                        "old/2020-01-05-absolute.md",
                        "old/2020-01-05-a-b-c.md",
                        "old/2020-01-05-README.md",
                        "old/2020-01-05-_index.md");
        assertThat(folder.getParent()).isDirectoryNotContaining("glob:**passwd*");
        assertAccepted();
    }

    @Test
    void saysWhatWouldBeHeldBackBeforeAnythingIsWritten() throws IOException {
        var report = run(true, article("1", "one").language("q"));

        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith("2020-01-05-one.md:5: 'language' is 'q', which cannot be understood");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesToInventADate() throws IOException {
        var report = run(article("1", "one").published(null), article("2", "two"));

        assertThat(report.problems()).singleElement().asString().contains("'Article one' (1) has no date");
        assertThat(files().keySet()).contains("old/2020-01-05-two.md");
    }

    @Test
    void tellsWhatComesAsWhat() throws IOException {
        var report = run(
                article("1", "one").alias("/?p=1").alias("/one/").note("in need of a look"),
                article("2", "two").published(DATE.withYear(2027)),
                article("3", "three").draft(true));

        assertThat(run(true, article("4", "four").published(NOW.atOffset(ZoneOffset.UTC)))
                        .lines())
                .contains("published: 1");
        assertThat(run(true, article("4", "four").published(NOW.plusMillis(1).atOffset(ZoneOffset.UTC)))
                        .lines())
                .contains("scheduled: 1");
        assertThat(report.lines())
                .contains("published: 1", "scheduled: 1", "drafts: 1", "ids kept: 3", "former addresses: 2")
                .containsSequence("in need of a look:", "  2020-01-05-one.md");
    }

    @Test
    void keepsWhatIsThereWhenTheExportEndsInTheMiddle() throws IOException {
        ImportSource broken = new ImportSource() {
            @Override
            public ImportedFeed feed() {
                return feed;
            }

            @Override
            public void articles(Consumer<ImportedArticle> sink, ImportReport report) throws IOException {
                sink.accept(article("1", "one"));
                throw new IOException("it ends in the middle");
            }
        };
        var target = new ImportTarget(folder, new FeedName("old"), false);
        assertThatThrownBy(() -> Import.run(broken, target, ImportedMedia.left(), NOW, _ -> {}))
                .hasMessage("it ends in the middle");

        var told = new ArrayList<Integer>();
        Import.run(new Exported(feed, List.of(article("1", "one"))), target, ImportedMedia.left(), NOW, told::add);
        assertThat(told).containsExactly(1);
        assertThat(files().keySet()).containsExactly("old/.imported.json", "old/2020-01-05-one.md", "old/feed.yaml");
    }
}
