package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.entry.Entry;
import org.feedwright.folder.ledger.JdbcLedger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles in folders within a feed's folder, and in bundles. */
class NestedFoldersTest extends EditingTest {
    private Path file(String path) throws IOException {
        var file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    private String page(String title) {
        return service.entries(feed).stream()
                .filter(entry -> entry.title().equals(title))
                .map(Entry::page)
                .map(page -> page.substring(page.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("");
    }

    private String content(String title) {
        return service.entries(feed).stream()
                .filter(entry -> entry.title().equals(title))
                .map(entry -> Objects.requireNonNullElse(entry.content(), ""))
                .findFirst()
                .orElse("");
    }

    @Test
    void areReadAndCalledByTheirOwnNamesOrByThoseOfTheirBundles() throws IOException {
        save(file("2026/02/another-report.md"), article("Another", "Body."));
        save(file("a-bundle/index.markdown"), article("Bundle", "Body."));
        save(file("2026/2026-02-03-dated/index.txt"), article("Dated", "Body."));
        save(file("_drafts/draft.md"), article("Draft", "Body."));
        save(file("2026/_index.md"), article("List", "Body."));
        save(file("2026/README.md"), article("Readme", "Body."));
        save(file("2026/.hidden/x.md"), article("Hidden", "Body."));
        save(file("page.html"), article("Page", "<p>Body.</p>"));
        service.awaitTitles(feed, "Another", "Bundle", "Dated", "Page");
        assertThat(page("Another")).isEqualTo("another-report");
        assertThat(page("Bundle")).isEqualTo("a-bundle");
        assertThat(page("Dated")).isEqualTo("dated");
    }

    @Test
    void areReadWithFrontMatterInAnyNotation() throws IOException {
        String date = "2026-01-02T03:04:05Z";
        save(file("a/yaml.md"), "---\ntitle: Yaml\ndate: " + date + "\n---\nBody.");
        save(file("a/named.md"), "---yaml\ntitle: Named\ndate: " + date + "\n---\nBody.");
        save(file("a/named-toml.md"), "---toml\ntitle = 'Named TOML'\ndate = " + date + "\n---\nBody.");
        save(file("a/named-json.md"), "---json\n{\"title\": \"Named JSON\", \"date\": \"" + date + "\"}\n---\nBody.");
        save(file("a/toml.md"), "+++\ntitle = 'Toml'\ndate = " + date + "\n+++\nBody.");
        save(file("a/json.md"), "{\"title\": \"Json\", \"date\": \"" + date + "\"}\n\nBody.");
        save(file("a/fenced-json.md"), ";;;\n{\"title\": \"Fenced JSON\", \"date\": \"" + date + "\"}\n;;;\nBody.");
        save(file("a/hexo.md"), "title: Hexo\ntags:\n- one\ndate: " + date + "\n---\nBody.");
        save(file("a/hexo-json.md"), "\"title\": \"Hexo JSON\",\n\"date\": \"" + date + "\"\n;;;\nBody.");
        save(file("a/headers.md"), "Title: Headers\nDate: " + date + "\n\nBody.");
        save(file("a/long.md"), "---\ntitle: Long\ndate: " + date + "\nnote: " + "x".repeat(9_000) + "\n---\nBody.");
        save(
                file("a/long-json.md"),
                "{\"title\": \"Long JSON\", \"date\": \"" + date + "\", \"note\": \"" + "x".repeat(9_000)
                        + "\"}\nBody.");
        save(file("a/read.md"), "# About this folder\n\nNote: nothing here is an article.\n\ntitle: none\n");
        save(file("a/licence.txt"), "----------\nThe licence\n\nIt is granted.");
        service.awaitTitles(
                feed,
                "Yaml",
                "Named",
                "Named TOML",
                "Named JSON",
                "Toml",
                "Json",
                "Fenced JSON",
                "Hexo",
                "Hexo JSON",
                "Headers",
                "Long",
                "Long JSON");
        assertThat(service.problems(feed)).doesNotContain("a/read.md", "a/licence.txt");
    }

    @Test
    void haveTheDateOfTheirFolderIfTheySayThatTheyAreArticles() throws IOException {
        save(file("2026-01-05-trip/index.md"), "---\ntitle: Trip\n---\nBody.");
        save(file("2026-01-06-trip/part.md"), "---\ntitle: Part\n---\nBody.");
        save(file("2026-01-05-trip/licence.txt"), "The licence\n\nIt is granted.");
        save(file("2026-01-06/transcript.md"), "# Transcript\n\nWords.");
        save(
                file("a/head.html"),
                "<html><head><title>Head</title><meta name=\"date\" content=\"2026-01-07\"></head><body>x</body></html>");
        save(file("a/page.html"), "<html><head><title>Page</title></head><body>x</body></html>");
        service.awaitTitles(feed, "Trip", "Part", "Head");
        assertThat(service.problems(feed)).isEmpty();
        assertThat(page("Part")).isEqualTo("part");
    }

    @Test
    void arePublishedWhenTheyComeWithTheirFolderOrLater() throws IOException {
        save(directory.resolve("one.md"), article("One", "Body."));
        service.awaitTitles(feed, "One");
        var elsewhere = Files.createDirectories(service.folder().resolveSibling(feed + "-new/2027/03"));
        save(elsewhere.resolve("two.md"), article("Two", "Body."));
        move(Objects.requireNonNull(elsewhere.getParent()), directory.resolve("2027"));
        service.awaitTitles(feed, "One", "Two");
        save(file("2027/03/three.md"), article("Three", "Body."));
        service.awaitTitles(feed, "One", "Two", "Three");
        Files.delete(directory.resolve("2027/03/two.md"));
        service.awaitTitles(feed, "One", "Three");
    }

    @Test
    void keepTheirIdsWhenTheyMove() throws IOException {
        save(directory.resolve("one.md"), article("One", "Body one."));
        save(file("2026/two.md"), article("Two", "Body two."));
        save(file("three/index.md"), article("Three", "Body three."));
        service.awaitTitles(feed, "One", "Two", "Three");
        var one = service.id(feed, "One");
        var two = service.id(feed, "Two");
        var three = service.id(feed, "Three");

        move(directory.resolve("one.md"), file("one/index.md"));
        move(directory.resolve("2026"), directory.resolve("2027"));
        move(directory.resolve("three"), directory.resolve("drei"));

        soon(() -> {
            assertThat(page("Three")).isEqualTo("drei");
            assertThat(service.bean(JdbcLedger.class).files(feed).keySet())
                    .extracting(path -> path.file())
                    .contains("one/index.md", "2027/two.md", "drei/index.md")
                    .doesNotContain("one.md", "2026/two.md", "three/index.md");
        });
        service.awaitTitles(feed, "One", "Two", "Three");
        assertThat(service.id(feed, "One")).isEqualTo(one);
        assertThat(service.id(feed, "Two")).isEqualTo(two);
        assertThat(service.id(feed, "Three")).isEqualTo(three);
    }

    @Test
    void stayPublishedWhenAWholeFolderIsGone() throws IOException {
        for (int i = 0; i < 7; i++) {
            save(file("2026/" + i + ".md"), article("Article " + i, "Body " + i));
        }
        save(directory.resolve("one.md"), article("One", "Body."));
        soon(() -> assertThat(service.entries(feed)).hasSize(8));
        move(directory.resolve("2026"), service.folder().resolveSibling(feed + "-gone"));
        soon(() -> assertThat(service.problems(feed)).contains("7 of its 8 articles are no longer in the folder"));
        assertThat(service.entries(feed)).hasSize(8);
    }

    @Test
    void areWithdrawnOnceTheyAreDraftsOrExcluded() throws IOException {
        save(file("2026/one.md"), article("One", "Body."));
        save(file("2026/two.md"), article("Two", "Body."));
        save(file("pages/about.md"), article("About", "Body."));
        service.awaitTitles(feed, "One", "Two", "About");
        move(directory.resolve("2026/one.md"), file("_drafts/one.md"));
        service.awaitTitles(feed, "Two", "About");
        service.feed(feed, "exclude: pages");
        service.awaitTitles(feed, "Two");
        move(directory.resolve("_drafts/one.md"), directory.resolve("2026/one.md"));
        service.awaitTitles(feed, "One", "Two");
    }

    @Test
    void areToldToTakeASlugWhereTwoHaveOne() throws IOException {
        save(file("a/report.md"), article("First", "Body."));
        service.awaitTitles(feed, "First");
        save(file("2026/report.md"), article("Second", "Other body."));
        soon(() -> assertThat(service.problems(feed))
                .contains(feed + "/2026/report.md: its address would be that of the article " + feed + "/report ("
                        + feed + "/a/report.md); give it an address of its own: a line 'slug: …'"));
        service.awaitTitles(feed, "First");
    }

    @Test
    void stayAsTheyWereWhileTheirFilesAreEmpty() throws IOException {
        save(file("2026/one.md"), article("One", "Body."));
        service.awaitTitles(feed, "One");
        save(directory.resolve("2026/one.md"), "");
        soon(() -> assertThat(service.problems(feed)).contains(feed + "/2026/one.md"));
        service.awaitTitles(feed, "One");
    }

    @Test
    void areNotReadBehindLinks() throws IOException {
        var outside = Files.createDirectories(service.folder().resolveSibling(feed + "-outside"));
        save(outside.resolve("secret.md"), article("Secret", "Body."));
        save(file("2026/one.md"), article("One", "Body."));
        Files.createSymbolicLink(directory.resolve("2026/circle"), directory);
        Files.createSymbolicLink(directory.resolve("out"), outside);
        soon(() -> assertThat(service.bean(UnreadFiles.class).warnings())
                .filteredOn(warning -> warning.source().equals(feed))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("2026/circle/ (a link to a folder", "out/ (a link to a folder"));
        service.awaitTitles(feed, "One");
    }

    @Nested
    class FilesBesideThem {
        @Test
        void areThoseOfTheirOwnFolderFirst() throws IOException {
            save(file("photo.png"), "root");
            save(file("logo.png"), "logo");
            save(file("a/photo.png"), "a");
            save(file("b/photo.png"), "bb");
            save(file("a/index.md"), article("A", "![x](photo.png) ![y](../photo.png) ![z](logo.png)"));
            save(file("b/index.md"), article("B", "![x](./photo.png) ![y](../../../etc/passwd.png)"));
            save(file("c.md"), article("C", "![x](photo.png)"));
            service.awaitTitles(feed, "A", "B", "C");
            assertThat(content("A")).contains(address("a/photo.png"), address("photo.png"), address("logo.png"));
            assertThat(content("B")).contains(address("b/photo.png")).doesNotContain("/media/" + feed + "/etc");
            assertThat(content("C")).contains(address("photo.png"));
        }

        private String address(String path) {
            return "\"" + service.feeds().addresses().media(new FeedName(feed), path) + "\"";
        }

        @Test
        void areFollowedWhenTheyChange() throws IOException {
            save(file("a/talk.mp3"), "1234");
            save(file("a/index.md"), article("A", "Body.", "enclosures: talk.mp3"));
            service.awaitTitles(feed, "A");
            save(file("a/talk.mp3"), "123456");
            soon(() -> assertThat(service.entries(feed).getFirst().enclosures())
                    .singleElement()
                    .satisfies(enclosure -> assertThat(enclosure.length()).isEqualTo(6)));
        }

        @ParameterizedTest
        @CsvSource({"../talk.mp3, talk.mp3", "talk.mp3, a/talk.mp3", "talk.mp3, talk.mp3", "../b/talk.mp3, b/talk.mp3"})
        void areAwaitedByAnArticleThatBringsThem(String written, String path) throws IOException {
            save(file("a/one.md"), article("One", "Body.", "enclosures: " + written));
            soon(() -> assertThat(service.problems(feed))
                    .contains("the enclosure '" + written + "' is not in the feed's folder; put the file there"));
            assertThat(service.entries(feed)).isEmpty();
            save(file(path), "1234");
            service.awaitTitles(feed, "One");
            assertThat(service.entries(feed).getFirst().enclosures())
                    .singleElement()
                    .satisfies(enclosure -> assertThat(enclosure.length()).isEqualTo(4));
        }

        @Test
        void areNotAwaitedWhereTheyMayBeElsewhere() throws IOException {
            save(file("a/one.md"), article("One", "Body.", "link: https://example.org/one", "enclosures: ../talk.mp3"));
            service.awaitTitles(feed, "One");
        }

        @Test
        void leadToTheArticlesThatTheyAre() throws IOException {
            save(file("2025/x.md"), article("X", "Body."));
            save(file("b/index.md"), article("B", "Body."));
            save(file("stated.md"), article("Stated", "Body.", "slug: stated"));
            save(
                    file("2026/a.md"),
                    article("A", "[x](../2025/x.md#part) [b](../b/) [i](../b/index.md) [s](stated.md) [c](c.md)"));
            service.awaitTitles(feed, "X", "B", "Stated", "A");
            assertThat(content("A"))
                    .contains("/articles/" + feed + "/x#part\"")
                    .contains("/articles/" + feed + "/b\"")
                    .contains("/articles/" + feed + "/stated\"")
                    .contains("/articles/" + feed + "/c\"");
        }

        @Test
        void areFoundInAnyFolderByANameAlone() throws IOException {
            save(file("2025/2025-01-02-x.markdown"), article("X", "Body.", "slug: stated"));
            save(file("b/2025-02-03-bundle/index.md"), article("B", "Body."));
            save(file("c/page.html"), article("Page", "<p>Body.</p>"));
            save(file("d/two.md"), article("Two", "Body.", "slug: two-d"));
            save(file("e/two.md"), article("Two again", "Body.", "slug: two-e"));
            save(file("d/text.txt"), "Nothing but a text.");
            service.feed(feed, "templates: jekyll");
            save(
                    file("2026/a.md"),
                    article(
                            "A",
                            "[x]({% post_url 2025-01-02-x %}#part) [b](bundle.md) [p](page.md) [t](two.md) [n](text.md)"));
            service.awaitTitles(feed, "X", "B", "Page", "Two", "Two again", "A");
            assertThat(content("A"))
                    .contains("/articles/" + feed + "/stated#part\"")
                    .contains("/articles/" + feed + "/bundle\"")
                    .contains("/articles/" + feed + "/page\"")
                    .contains("/articles/" + feed + "/two\"")
                    .contains("/articles/" + feed + "/text\"");
            soon(() -> assertThat(missing())
                    .hasSize(2)
                    .anyMatch(each -> each.contains("2026/two.md"))
                    .anyMatch(each -> each.contains("2026/text.md")));
            move(directory.resolve("b/2025-02-03-bundle"), directory.resolve("c/2025-02-03-bundle"));
            Files.delete(directory.resolve("c/page.html"));
            service.awaitTitles(feed, "X", "B", "Two", "Two again", "A");
            soon(() -> assertThat(missing())
                    .hasSize(3)
                    .anyMatch(each -> each.contains("2026/page.md"))
                    .noneMatch(each -> each.contains("bundle.md")));
        }

        private List<String> missing() {
            return service.bean(Warnings.class).all().stream()
                    .map(Problem::toString)
                    .filter(warning ->
                            warning.startsWith(feed + "/") && warning.contains("an article that is not there"))
                    .toList();
        }
    }
}
