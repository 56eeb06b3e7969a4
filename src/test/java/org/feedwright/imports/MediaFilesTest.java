package org.feedwright.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.feedwright.article.FeedName;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.feedwright.imports.network.Downloads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFilesTest {
    private static final byte[] PNG = "\u0089PNG\r\n\u001A\n and so on".getBytes(ISO_8859_1);

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final TreeMap<String, byte[]> served = new TreeMap<>();
    private HttpServer server;
    private String site;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = served.get(exchange.getRequestURI().getRawPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private record Exported(ImportedFeed feed, List<ImportedArticle> all) implements ImportSource {
        @Override
        public void articles(Consumer<ImportedArticle> sink, ImportReport report) {
            all.forEach(sink);
        }
    }

    private ImportedArticle article(String html) {
        return ImportedArticle.of("1", "One")
                .slug("one")
                .published(OffsetDateTime.parse("2020-01-05T10:00:00Z"))
                .image(new Picture(site + "/lead.png", null))
                .body(Kind.HTML, html);
    }

    private ImportReport run(boolean allowsPrivate, boolean isDryRun, ImportedArticle... articles) throws IOException {
        var feed = new ImportedFeed("Site", null, site + "/", null, null, null, null, List.of());
        try (var downloads = new Downloads(allowsPrivate)) {
            return Import.run(
                    new Exported(feed, List.of(articles)),
                    new ImportTarget(folder, new FeedName("site"), isDryRun),
                    new ImportedMedia(downloads, Set.of(), _ -> {}),
                    Instant.parse("2026-06-01T00:00:00Z"),
                    _ -> {});
        }
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("site").resolve(name));
    }

    private List<String> problems(ImportReport report) {
        return report.problems().stream()
                .filter(problem -> problem.startsWith("http"))
                .toList();
    }

    @Test
    void comeIntoAFolderOfTheArticleAndAreNamedThere() throws IOException {
        served.put("/lead.png", PNG);
        served.put("/a%20b.png", PNG);
        served.put("/big.jpg", PNG);
        var report = run(true, false, article("""
                <p>x<!--more--></p><pre>
                 a</pre><a href="/big.jpg"><img src="/a%20b.png" srcset="/a2.png 2x" alt="A"></a>\
                <a href="/other/page/">p</a><img src="https://elsewhere.example/x.png">"""));

        assertThat(file("2020-01-05-one.html"))
                .contains("image: files/one/lead.png\n")
                .contains("<p>x<!--more--></p>")
                .contains("<a href=\"files/one/big.png\"><img src=\"files/one/a-b.png\" alt=\"A\"></a>")
                .contains("<a href=\"/other/page/\">p</a><img src=\"https://elsewhere.example/x.png\">");
        assertThat(folder.resolve("site/files/one/a-b.png")).hasBinaryContent(PNG);
        assertThat(report.lines())
                .contains("pictures and recordings fetched: 3", "pictures and recordings that stay where they are: 1");
        assertThat(problems(report)).isEmpty();
    }

    /** Browsers show the first of the forms that they know, and only the last one is here. */
    @Test
    void takeThePlaceOfTheirOtherForms() throws IOException {
        served.put("/a.png", PNG);
        run(true, false, article("""
                <picture><source srcset="/a.webp" type="image/webp"><img src="/a.png"></picture>\
                <picture><source srcset="/b.webp"><img src="/b.png"></picture>\
                <video poster="/a.png"><source src="/f.mp4"></video>"""));

        assertThat(file("2020-01-05-one.html"))
                .contains("<picture><img src=\"files/one/a.png\"></picture>")
                .contains("<picture><source srcset=\"/b.webp\"><img src=\"/b.png\"></picture>")
                .contains("<video poster=\"files/one/a.png\"><source src=\"/f.mp4\"></video>");
    }

    @Test
    void areFetchedOnceAndStayWithASecondImport() throws IOException {
        served.put("/lead.png", PNG);
        run(true, false, article("<img src=\"/lead.png\">"));
        String before = file("2020-01-05-one.html");
        assertThat(requests).hasValue(1);

        var report = run(true, false, article("<img src=\"/lead.png\">"));

        assertThat(file("2020-01-05-one.html")).isEqualTo(before);
        assertThat(requests).hasValue(1);
        assertThat(report.lines()).contains("files that stay as they are: 1");
    }

    @Test
    void areNotFetchedForWhatWasEditedNorOnADryRun() throws IOException {
        run(true, true, article("x"));
        assertThat(requests).hasValue(0);
        assertThat(folder.resolve("site")).doesNotExist();
        run(true, false, article("x"));
        Files.writeString(folder.resolve("site/2020-01-05-one.html"), "edited");
        int before = requests.get();

        run(true, false, article("<img src=\"/new.png\">"));

        assertThat(requests).hasValue(before);
    }

    @Test
    void areReportedWhereTheyAreMissingOrNoneAtAll() throws IOException {
        served.put("/page.png", "<!doctype html><html>Not found".getBytes(UTF_8));
        var report = run(true, false, article("<img src=\"/page.png\"><img src=\"/none.png\">"));

        assertThat(problems(report))
                .containsExactly(
                        site + "/page.png: what is there is no picture, recording, film or PDF",
                        site + "/none.png: the server answers 404",
                        site + "/lead.png: the server answers 404");
        assertThat(file("2020-01-05-one.html")).contains("<img src=\"/page.png\"><img src=\"/none.png\">");
        try (var files = Files.list(folder.resolve("site/files/one"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void areNeverFetchedFromPrivateAddressesUnlessItIsAllowed() throws IOException {
        served.put("/lead.png", PNG);
        var report = run(false, false, article("x"));

        assertThat(requests).hasValue(0);
        assertThat(problems(report)).singleElement().asString().contains("127.0.0.1, which is no public address");
    }

    @Test
    void keepWithinTheFolderWhateverTheirNamesSay() throws IOException {
        served.put("/lead.png", PNG);
        served.put("/..%2f..%2f..%2fescape.png", "GIF89a".getBytes(ISO_8859_1));
        served.put("/x.png/", PNG);
        run(true, false, article("<img src=\"/..%2f..%2f..%2fescape.png\"><img src=\"/x.png/\">"));

        assertThat(folder.resolve("site/files/one/escape.gif")).exists();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.startsWith(folder.resolve("site")));
        }
    }

    @Test
    void getDifferentNamesWhereTheyDiffer() throws IOException {
        served.put("/lead.png", PNG);
        served.put("/2/lead.png", (new String(PNG, ISO_8859_1) + "!").getBytes(ISO_8859_1));
        served.put("/3/lead.png", PNG);
        run(true, false, article("<img src=\"/2/lead.png\"><img src=\"/3/lead.png\">"));

        try (var files = Files.list(folder.resolve("site/files/one"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lead.png", "lead-2.png");
        }
    }

    @Test
    void areTheArticlesEnclosuresToo() throws IOException {
        served.put("/lead.png", PNG);
        served.put("/talk.mp3", "ID3 and so on".getBytes(ISO_8859_1));
        var article = ImportedArticle.of("1", "One")
                .slug("one")
                .published(OffsetDateTime.parse("2020-01-05T10:00:00Z"))
                .enclosure(new File(site + "/talk.mp3", "audio/mpeg", 3L, null))
                .body(Kind.MARKDOWN, "x");
        run(true, false, article);

        assertThat(file("2020-01-05-one.md"))
                .contains("enclosures:\n- url: files/one/talk.mp3\n  type: audio/mpeg\n---\n");
    }
}
