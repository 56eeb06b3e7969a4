package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
    @TempDir
    private Path temporary;

    private Path news;
    private Path site;

    @BeforeEach
    void makeFolder() throws IOException {
        news = Files.createDirectories(temporary.resolve("feeds/news"));
        site = temporary.resolve("site");
        Files.writeString(news.resolve("feed.yaml"), "title: News\nwindow: 5\n");
        for (int i = 1; i <= 50; i++) {
            write("article-" + i, i, "Body.");
        }
        var other = Files.createDirectories(temporary.resolve("feeds/other"));
        Files.writeString(other.resolve("feed.yaml"), "title: Other\n");
        Files.writeString(other.resolve("one.md"), "---\ntitle: One\npublished: 2026-01-01\n---\nBody.\n");
    }

    private void write(String name, int number, String body) throws IOException {
        Files.writeString(
                news.resolve(name + ".md"),
                "---\ntitle: %s\npublished: 2026-01-01T00:%02d\ncategories: [%s]\n---\n%s\n"
                        .formatted(name, number, number % 2 == 0 ? "Even" : "Odd", body));
    }

    private record Outcome(int status, String err) {}

    private Outcome export(String... more) {
        var err = new StringWriter();
        var arguments = Stream.concat(
                Stream.of(
                        "export",
                        site.toString(),
                        "--feedwright.folder=" + temporary.resolve("feeds"),
                        "--feedwright.data=" + temporary.resolve("data"),
                        "--feedwright.base-url=https://feeds.example.org",
                        "--logging.level.org.feedwright=warn"),
                Stream.of(more));
        int status = Feedwright.commands().setErr(new PrintWriter(err)).execute(arguments.toArray(String[]::new));
        return new Outcome(status, err.toString());
    }

    /** Every file that is served, with what tells one writing from another. */
    private Map<String, String> tree() throws IOException {
        var tree = new TreeMap<String, String>();
        try (var files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = site.relativize(file).toString();
                if (!path.startsWith(".feedwright")) {
                    tree.put(path, Files.getLastModifiedTime(file) + " " + Files.getAttribute(file, "unix:ino"));
                }
            }
        }
        return tree;
    }

    private Map<String, byte[]> contents() throws IOException {
        var contents = new TreeMap<String, byte[]>();
        for (String path : tree().keySet()) {
            contents.put(path, Files.readAllBytes(site.resolve(path)));
        }
        return contents;
    }

    @Test
    void writesWhatTheFolderHoldsAndSecondlyOnlyWhatHasChanged() throws IOException {
        var first = export();
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(tree().keySet())
                .contains(
                        "index.html",
                        "404.html",
                        "robots.txt",
                        "sitemap.xml",
                        "feeds.opml",
                        "feeds/news.html",
                        "feeds/news.atom",
                        "feeds/news.atom.gz",
                        "feeds/news/archive/1.json",
                        "feeds/news/archive/1.html",
                        "feeds/news/categories/odd.rss",
                        "feeds/all.atom",
                        "articles/news/article-7.html")
                .doesNotContain("feeds/news/archive/4.atom");

        var before = tree();
        assertThat(export().err()).contains(": 0 written,", " 0 removed");
        assertThat(tree()).isEqualTo(before);

        write("article-3", 3, "Another body.");
        Files.delete(news.resolve("article-49.md"));
        assertThat(export().status()).isZero();
        var after = tree();
        assertThat(after).doesNotContainKey("articles/news/article-49.html");
        assertThat(after.keySet()).contains("gone/articles/news/article-49.html");
        var changed = new TreeMap<>(after);
        changed.entrySet().removeAll(before.entrySet());
        assertThat(changed.keySet())
                .contains(
                        "articles/news/article-3.html",
                        "feeds/news/archive/1.atom",
                        "feeds/news/archive/1.atom.gz",
                        "feeds/news/categories/odd.atom",
                        "feeds/all/archive/1.atom",
                        "feeds/news.atom")
                .doesNotContain(
                        "articles/news/article-4.html",
                        "feeds/news/archive/2.atom",
                        "feeds/other.atom",
                        "feeds/other.html",
                        "articles/other/one.html",
                        "robots.txt");
    }

    @Test
    void copiesTheFilesThatArticlesNameForAsLongAsTheyDo() throws IOException {
        Files.writeString(news.resolve("one.png"), "one");
        Files.writeString(news.resolve("two.png"), "two");
        Files.writeString(news.resolve("unnamed.png"), "of nobody");
        write("article-7", 7, "![One](one.png) ![Two](two.png)");
        assertThat(export().status()).isZero();
        assertThat(site.resolve("media/news/one.png")).hasContent("one");
        assertThat(tree().keySet())
                .contains("media/news/two.png")
                .doesNotContain("media/news/one.png.gz", "media/news/unnamed.png");

        var before = tree();
        assertThat(export().err()).contains(": 0 written,", " 0 removed");
        assertThat(tree()).isEqualTo(before);

        write("article-7", 7, "![One](one.png)");
        Files.writeString(news.resolve("one.png"), "another one");
        assertThat(export().status()).isZero();
        assertThat(site.resolve("media/news/one.png")).hasContent("another one");
        assertThat(tree()).doesNotContainKey("media/news/two.png");

        Files.delete(news.resolve("article-7.md"));
        assertThat(export().status()).isZero();
        assertThat(site.resolve("media")).doesNotExist();
    }

    @Test
    void compressesAsItIsTold() throws IOException {
        export();
        assertThat(export("--codings=none").status()).isZero();
        assertThat(tree().keySet())
                .contains("feeds/news.atom", "index.html")
                .noneMatch(path -> path.endsWith(".gz") || path.endsWith(".br"));
        assertThat(export("--codings=none").err()).contains(": 0 written,");

        assertThat(export("--codings=gzip").status()).isZero();
        assertThat(tree().keySet())
                .contains("feeds/news.atom.gz", "articles/news/article-7.html.gz")
                .noneMatch(path -> path.endsWith(".br"));
        assertThat(export("--codings=none, gzip").err()).contains(": 0 written,");
        assertThat(export("--codings=zip").status()).isEqualTo(2);
        assertThat(export("--codings=gzip,").status()).isEqualTo(2);
    }

    @Test
    void repairsWhatAnInterruptedExportHasLeft() throws IOException {
        export();
        var whole = contents();
        var manifest = site.resolve(".feedwright/manifest");
        var lines = Files.readAllLines(manifest);
        Files.writeString(
                manifest,
                String.join("\n", lines.subList(0, lines.size() / 2))
                        + "\nfeeds/news.atom\t.gz .br\t\t\t0\narticles/news/left.html\t.gz\t\t\t0\nfeeds/ne");
        Files.delete(site.resolve("feeds/news/archive/2.rss.gz"));
        Files.writeString(site.resolve("feeds/news.atom"), "half");
        Files.writeString(site.resolve("articles/news/left.html"), "withdrawn meanwhile");
        assertThat(export().status()).isZero();
        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(whole);
    }

    @Test
    void keepsWhatIsNotItsOwn() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("mine.html"), "mine");
        var refused = export();
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("holds files that no export has written");
        assertThat(tree().keySet()).containsExactly("mine.html");

        Files.delete(site.resolve("mine.html"));
        export();
        Files.writeString(site.resolve("articles/mine.html"), "mine");
        Files.delete(news.resolve("article-1.md"));
        assertThat(export().status()).isZero();
        assertThat(site.resolve("articles/mine.html")).hasContent("mine");
    }

    @Test
    void writesNothingThroughALink() throws IOException {
        var elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        export();
        Files.move(site.resolve("articles/news"), temporary.resolve("moved"));
        Files.createSymbolicLink(site.resolve("articles/news"), elsewhere);
        var outcome = export();
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("articles/news is a link, and nothing is written through it; remove it");
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(site.resolve("articles/news"));
        var precious = Files.writeString(temporary.resolve("precious"), "precious");
        var page = Files.createDirectory(site.resolve("articles/news")).resolve("article-1.html");
        Files.createSymbolicLink(page, precious);
        assertThat(export().status()).isZero();
        assertThat(precious).hasContent("precious");
        assertThat(Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void keepsNothingThatALinkToACopyHasInPlaceOfADirectory() throws IOException {
        export();
        var elsewhere = temporary.resolve("elsewhere");
        Files.move(site.resolve("articles/news"), elsewhere);
        Files.createSymbolicLink(site.resolve("articles/news"), elsewhere);

        var outcome = export();
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("articles/news is a link, and nothing is written through it; remove it");

        Files.delete(site.resolve("articles/news"));
        assertThat(export().status()).isZero();
        assertThat(site.resolve("articles/news/article-1.html"))
                .hasSameBinaryContentAs(elsewhere.resolve("article-1.html"));
    }

    @Test
    void removesNothingThroughALink() throws IOException {
        export();
        var elsewhere = temporary.resolve("elsewhere");
        Files.move(site.resolve("articles/other"), elsewhere);
        Files.createSymbolicLink(site.resolve("articles/other"), elsewhere);
        Files.delete(temporary.resolve("feeds/other/one.md"));

        assertThat(export().status()).isZero();
        assertThat(site.resolve("gone/articles/other/one.html")).exists();
        assertThat(elsewhere.resolve("one.html")).exists();
        assertThat(elsewhere.resolve("one.html.gz")).exists();
    }

    /** In a feed so short that an article may still appear before others. */
    @ParameterizedTest
    @CsvSource({"2026-01-02,2026-01-03,second", "2026-01-03,2026-01-02,first"})
    void tellsOfTheLaterOfTwoWithdrawnArticlesThatHadOneAddress(String first, String second, String told)
            throws IOException {
        publishAndWithdraw("urn:x:1", first, "The first reason");
        Files.delete(temporary.resolve("feeds/other/twice.md"));
        assertThat(export().status()).isZero();
        publishAndWithdraw("urn:x:2", second, "The second reason");

        assertThat(site.resolve("gone/articles/other/twice.html"))
                .content()
                .contains("The " + told + " reason")
                .doesNotContain("The " + (told.equals("first") ? "second" : "first") + " reason");
    }

    private void publishAndWithdraw(String id, String published, String reason) throws IOException {
        var file = temporary.resolve("feeds/other/twice.md");
        String text = "---\ntitle: Twice\nid: %s\npublished: %s\n%s---\nBody.\n";
        Files.writeString(file, text.formatted(id, published, ""));
        assertThat(export().status()).isZero();
        Files.writeString(file, text.formatted(id, published, "withdrawn: '" + reason + "'\n"));
        assertThat(export().status()).isZero();
    }

    /** Its other addresses would tell that there is one. */
    @Test
    void tellsServersNothingOfWhatReadersDoNotSeeYet() throws IOException {
        String text = "---\ntitle: Title\npublished: %s\naliases: /of-the-%s\ndraft: %s\n---\nBody.\n";
        Files.writeString(news.resolve("out.md"), text.formatted("2026-01-02", "published", "false"));
        Files.writeString(news.resolve("later.md"), text.formatted("2099-01-01", "scheduled", "false"));
        Files.writeString(news.resolve("draft.md"), text.formatted("2026-01-02", "draft", "true"));
        assertThat(export().status()).isZero();

        for (String server : new String[] {"Caddyfile", "nginx/server.conf"}) {
            assertThat(site.resolve(".feedwright").resolve(server))
                    .content()
                    .contains("/of-the-published")
                    .doesNotContain("/of-the-scheduled", "/of-the-draft");
        }
    }

    /** Of what has changed, of what has not, and of what nothing but the time has changed. */
    @Test
    void isAfterManyExportsWhatOneWouldBe() throws Exception {
        var soon = Instant.now().plusSeconds(6);
        Files.writeString(
                temporary.resolve("feeds/other/soon.md"),
                "---\ntitle: Soon\npublished: %s\n---\nBody.\n".formatted(soon));
        assertThat(export().status()).isZero();
        for (int i = 51; i <= 59; i++) {
            write("article-" + i, i, "Body.");
        }
        assertThat(export().status()).isZero();
        for (int i = 1; i <= 30; i++) {
            Files.writeString(
                    news.resolve("more-" + i + ".md"),
                    "---\ntitle: More\npublished: 2026-01-02T00:%02d\n---\nBody.\n".formatted(i));
        }
        assertThat(export().status()).isZero();
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), soon).toMillis() + 10));
        assertThat(export().status()).isZero();
        assertThat(site.resolve("articles/other/soon.html")).exists();
        var after = contents();
        String configuration = Files.readString(site.resolve(".feedwright/nginx/http.conf"));

        site = temporary.resolve("anew");
        assertThat(export().status()).isZero();

        assertThat(after).usingRecursiveComparison().isEqualTo(contents());
        assertThat(site.resolve(".feedwright/nginx/http.conf")).hasContent(configuration);
    }

    /** Nginx does not start with two locations of one address. */
    @Test
    void leadsFromAnAddressToOnePlaceAndFromNoPageOfItsOwn() throws IOException {
        Files.writeString(news.resolve("feed.yaml"), "title: News\nformerly-at: [/old.xml]\n");
        Files.writeString(
                news.resolve("moved.md"),
                "---\ntitle: Moved\npublished: 2026-01-03\naliases: [/old.xml, '/?page=2', '/?p=2']\n---\n![It](a.png)\n");
        Files.writeString(news.resolve("a.png"), "a picture");
        assertThat(export().status()).isZero();

        assertThat(site.resolve(".feedwright/nginx/server.conf"))
                .content()
                .containsOnlyOnce("location = \"/old.xml\" {")
                .doesNotContain("Accept-Ranges bytes", "Accept-Ranges \"bytes");
        assertThat(site.resolve(".feedwright/nginx/http.conf"))
                .content()
                .contains("\"/?p=2\"")
                .doesNotContain("\"/?page=2\"");
    }

    /** Of one that nobody has seen, nobody is told. */
    @Test
    void tellsOfTheWithdrawnArticleThatReadersSawOfTwoThatHadAnAddress() throws IOException {
        publishAndWithdraw("urn:x:1", "2026-01-02", "The reason");
        var file = temporary.resolve("feeds/other/twice.md");
        Files.delete(file);
        assertThat(export().status()).isZero();
        Files.writeString(file, "---\ntitle: Twice\nid: urn:x:2\ndraft: true\npublished: 2026-01-03\n---\nBody.\n");
        assertThat(export().status()).isZero();
        Files.delete(file);
        assertThat(export().status()).isZero();

        assertThat(site.resolve("gone/articles/other/twice.html")).content().contains("The reason");
    }

    @Test
    void leadsToTheArticleThatIsThereOfTwoThatHadAnAddress() throws IOException {
        String text = "---\ntitle: Title\npublished: 2026-01-0%d\naliases: /of-two\n---\nBody.\n";
        Files.writeString(news.resolve("first.md"), text.formatted(3));
        assertThat(export().status()).isZero();
        Files.delete(news.resolve("first.md"));
        assertThat(export().status()).isZero();
        Files.writeString(news.resolve("second.md"), text.formatted(2));
        assertThat(export().status()).isZero();

        assertThat(site.resolve(".feedwright/Caddyfile"))
                .content()
                .contains("\"/of-two\" \"https://feeds.example.org/articles/news/second\"");
    }

    @Test
    void refusesWhatIsNoDirectory() throws IOException {
        Files.writeString(site, "a file");
        Files.setLastModifiedTime(site, FileTime.fromMillis(0));
        var outcome = export();
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("site is no directory; name one, or a name that is free");
        assertThat(Feedwright.commands()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("export", "x", "nonsense"))
                .isEqualTo(2);
    }
}
