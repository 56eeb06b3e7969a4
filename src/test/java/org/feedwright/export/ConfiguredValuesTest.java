package org.feedwright.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.export.Asking.ask;
import static org.feedwright.export.Asking.field;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feedwright.Feedwright;
import org.feedwright.article.Slug;
import org.feedwright.testing.WebServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Real web servers take every configured value for a text, also where its signs mean something to them. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("org.feedwright.export.StaticServer#toBeTested")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests of each server
class ConfiguredValuesTest {
    /** A variable of nginx, a placeholder of Caddy, quotes, a comment, and what stands for other signs in patterns. */
    private static final String SIGNS = "a $uri ${uri} {path} \"b\" 'c' # ; [1] (2) *";

    @Parameter
    private StaticServer kind;

    private WebServer server;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void serveAnExport(@TempDir Path directory) throws Exception {
        var news = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(news.resolve("feed.yaml"), """
                title: News
                window: 5
                hubs: ["https://hub.example/?a=$uri&b={path}&c='d'&e=\\"f\\"&g=\\\\h"]
                """);
        for (int i = 0; i < 12; i++) {
            write(news, "article-" + i, i, "Body.");
        }
        write(news, "Former " + SIGNS, 20, "Body.");
        write(news, "withdrawn", 21, "![It](<withdrawn " + SIGNS + ".png>) ![Also](photo[2].png) ![And](Photo.png)");
        write(
                news,
                "illustrated",
                22,
                "![It](<" + SIGNS + ".png>) ![Other](photo.png) ![Like](photo2.png) [odd](<" + SIGNS + ">) [odd](<odd "
                        + SIGNS + "\\`.thing>)");
        Files.writeString(news.resolve("heard.md"), """
                ---
                title: Heard
                published: 2026-01-01T00:23
                enclosures:
                  - {url: "%s.ogg", type: audio/ogg}
                  - {url: "like.ogg", type: audio/ogg}
                  - {url: "other.ogg", type: audio/ogg}
                  - {url: "odd [1].ogg", type: video/ogg}
                  - {url: "odd 1.ogg", type: audio/ogg}
                ---
                Body.
                """.formatted(SIGNS.replace("\"", "\\\"")));
        for (String name : new String[] {
            "withdrawn " + SIGNS + ".png",
            SIGNS + ".png",
            SIGNS + ".ogg",
            SIGNS,
            "odd " + SIGNS + "`.thing",
            "photo[2].png",
            "photo2.png",
            "Photo.png",
            "photo.png",
            "like.ogg",
            "other.ogg",
            "odd [1].ogg",
            "odd 1.ogg"
        }) {
            Files.writeString(news.resolve(name), "The content of " + name);
        }
        var site = directory.resolve("site a $uri \"b\" 'c' # ; end");
        export(directory, site);
        Files.move(news.resolve("Former " + SIGNS + ".md"), news.resolve("Now " + SIGNS + ".md"));
        Files.delete(news.resolve("withdrawn.md"));
        export(directory, site);
        server = kind.start(Files.createDirectory(directory.resolve("server")), site);
    }

    private static void write(Path feed, String name, int minute, String body) throws IOException {
        Files.writeString(
                feed.resolve(name + ".md"),
                "---\ntitle: The title\npublished: 2026-01-01T00:%02d\ncategories: ['a $uri {path} \"b\" \\c']\n---\n%s\n"
                        .formatted(minute, body));
    }

    private static void export(Path directory, Path site) {
        assertThat(Feedwright.commands()
                        .execute(
                                "export",
                                site.toString(),
                                "--codings=gzip",
                                "--feedwright.folder=" + directory.resolve("feeds"),
                                "--feedwright.data=" + directory.resolve("data"),
                                "--feedwright.base-url=" + ExportedSite.BASE))
                .isZero();
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void end() {
        server.close();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    @Test
    void servesFromADirectoryOfAnyName() throws Exception {
        assertThat(ask(server.origin() + "/").statusCode()).isEqualTo(200);
        assertThat(ask(server.origin() + "/feeds/news").statusCode()).isEqualTo(200);
        assertThat(ask(server.origin() + "/feeds/news.atom").statusCode()).isEqualTo(200);
        assertThat(ask(server.origin() + "/articles/news/article-1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesTheHub() throws Exception {
        assertThat(field(ask(server.origin() + "/feeds/news.atom"), "Link").replace("%24", "$"))
                .contains(
                        "<" + ExportedSite.BASE + "/feeds/news.atom>; rel=\"self\"",
                        ", <https://hub.example/?a=$uri&b=%7Bpath%7D&c=")
                .endsWith(">; rel=\"hub\"");
    }

    @Test
    void sendsFilesOfAnyNameAsWhatTheyAre() throws Exception {
        var picture = ask(server.origin() + "/media/news/" + encoded(SIGNS + ".png"));
        assertThat(picture.body()).asString(UTF_8).isEqualTo("The content of " + SIGNS + ".png");
        assertThat(field(picture, "Content-Type")).isEqualTo("image/png");

        var odd = ask(server.origin() + "/media/news/" + encoded(SIGNS));
        assertThat(odd.body()).asString(UTF_8).isEqualTo("The content of " + SIGNS);
        assertThat(field(odd, "Content-Type")).isEqualTo("application/octet-stream");

        assertThat(type(SIGNS + ".ogg")).isEqualTo("audio/ogg");
        assertThat(type("odd [1].ogg")).isEqualTo("video/ogg");
        assertThat(type("odd 1.ogg")).isEqualTo("audio/ogg");
    }

    private String type(String file) throws Exception {
        return field(ask(server.origin() + "/media/news/" + encoded(file)), "Content-Type");
    }

    /** A name stands for itself, also where it would be a pattern that others match, or differs from another in capitals. */
    @Test
    void tellsOfEachFileThatItIsGoneAndOfNoOther() throws Exception {
        for (String gone : List.of("withdrawn " + SIGNS + ".png", "photo[2].png", "Photo.png")) {
            assertThat(status(gone)).as(gone).isEqualTo(410);
        }
        for (String there : List.of("photo2.png", "photo.png", SIGNS + ".png")) {
            assertThat(status(there)).as(there).isEqualTo(200);
        }
        assertThat(status("withdrawn.png")).isEqualTo(404);
    }

    private int status(String file) throws Exception {
        return ask(server.origin() + "/media/news/" + encoded(file)).statusCode();
    }

    @Test
    void leadsFromAFormerNameToTheNewOne() throws Exception {
        var moved = ask(server.origin() + "/articles/news/" + encoded(Slug.of("Former " + SIGNS)));
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(field(moved, "Location"))
                .isEqualTo(ExportedSite.BASE + "/articles/news/" + encoded(Slug.of("Now " + SIGNS)));

        var page = ask(field(moved, "Location").replace(ExportedSite.BASE, server.origin()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).asString(UTF_8).contains("The title");
    }

    @Test
    void keepsAnArchiveOfACategoryOfAnyNameAsShortAsItIsOpen() throws Exception {
        var page = new String(ask(server.origin() + "/articles/news/article-1").body(), UTF_8);
        assertThat(field(ask(server.origin() + categoryOf(page) + "/archive/1.atom"), "Cache-Control"))
                .isEqualTo("public, max-age=300, stale-if-error=86400");
    }

    private static String categoryOf(String page) {
        return Jsoup.parse(page)
                .expectFirst("a[href*=/categories/]")
                .attr("href")
                .replace(ExportedSite.BASE, "");
    }
}
