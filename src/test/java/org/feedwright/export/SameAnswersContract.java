package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.export.Asking.ask;
import static org.feedwright.export.Asking.assertSame;
import static org.feedwright.export.Asking.field;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.Test;

/** What is there is sent as the service sends it. */
interface SameAnswersContract {
    Pattern DOCUMENT = Pattern.compile("/feeds/.*\\.(atom|rss|json|rdf)");

    ExportedSite site();

    WebServer server();

    boolean sendsBrotli();

    @Test
    default void knowsEveryKindOfAddress() {
        assertThat(site().addresses())
                .contains("/", "/feeds/news/archive/1.atom", "/articles/news/article-7", "/feeds.opml", "/robots.txt")
                .contains(
                        "/media/news/photo.png", "/media/news/more/ein%20Bild%20%C3%BC.png", "/media/news/drawing.svg")
                .contains("/media/news/notes.vtt", "/media/news/odd.thing", "/media/news/data.vtt.gz")
                .anyMatch(address -> address.startsWith("/feeds/news/categories/c~23~."))
                .anyMatch(address -> address.startsWith("/feeds/news/categories/%E6%97%A5"))
                .hasSizeGreaterThan(100);
        assertThat(site().addresses())
                .as("of articles that stayed where the feed was called otherwise")
                .contains("/articles/left/stayed", "/articles/left/other")
                .anyMatch(address -> address.startsWith("/articles/left/%E8%AF%AD"));
    }

    @Test
    default void sendsTheSameBytesAndFieldsInEachCoding() throws Exception {
        var all = new SoftAssertions();
        for (String address : site().addresses()) {
            boolean isDocument = DOCUMENT.matcher(address).matches();
            compare(all, address, "identity", isDocument);
            if (isDocument) {
                compare(all, address, "gzip", true);
            }
            if (isDocument && sendsBrotli()) {
                compare(all, address, "br", true);
            }
        }
        all.assertAll();
    }

    private void compare(SoftAssertions all, String address, String coding, boolean isDocument) throws Exception {
        var expected = ask(site().origin() + address, "Accept-Encoding", coding);
        var answer = ask(server().origin() + address, "Accept-Encoding", coding);
        all.assertThat(answer.statusCode()).as(address).isEqualTo(expected.statusCode());
        all.assertThat(answer.body()).as(coding + " of " + address).isEqualTo(expected.body());
        assertSame(all, address, expected, answer, "Content-Type", "Content-Encoding");
        assertSame(all, address, expected, answer, "Access-Control-Allow-Origin", "X-Content-Type-Options");
        assertSame(all, address, expected, answer, "Content-Security-Policy");
        all.assertThat(field(answer, "Content-Length")).isIn("", field(expected, "Content-Length"));
        if (isDocument) {
            compareDocument(all, address, expected, answer);
        } else {
            assertSame(all, address, expected, answer, "Cache-Control");
            boolean isMedia = address.startsWith("/media/");
            all.assertThat(field(answer, "Vary"))
                    .as("Vary of " + address)
                    .isEqualTo(isMedia ? field(expected, "Vary") : "Accept-Encoding");
        }
        var again = ask(server().origin() + address, "If-None-Match", field(answer, "ETag"), "Accept-Encoding", coding);
        all.assertThat(again.statusCode()).as("known " + address).isEqualTo(304);
    }

    private static void compareDocument(
            SoftAssertions all, String address, HttpResponse<byte[]> expected, HttpResponse<byte[]> answer) {
        assertSame(all, address, expected, answer, "Last-Modified");
        all.assertThat(field(answer, "Vary")).as("Vary of " + address).isEqualTo("Accept-Encoding, Sec-Fetch-Dest");
        if (field(expected, "Cache-Control").contains("max-age=86400")) {
            assertSame(all, address, expected, answer, "Cache-Control");
        } else {
            all.assertThat(field(answer, "Cache-Control"))
                    .as(address)
                    .isEqualTo("public, max-age=300, stale-if-error=86400");
        }
        all.assertThat(field(answer, "Link")).contains("<" + ExportedSite.BASE + address + ">; rel=\"self\"");
    }

    @Test
    default void keepsArchivesThatAreCompleteLongerThanOthers() throws Exception {
        var caching = new TreeSet<String>();
        for (String address : documents()) {
            caching.add(field(ask(server().origin() + address), "Cache-Control"));
        }
        assertThat(caching).hasSize(2);
    }

    @Test
    default void sendsPartsOfMediaAsPlayersAskForThem() throws Exception {
        var all = new SoftAssertions();
        for (String address : site().addresses()) {
            if (address.startsWith("/media/")) {
                compareParts(all, site().origin() + address, server().origin() + address);
            }
        }
        all.assertAll();
    }

    private static void compareParts(SoftAssertions all, String service, String server) throws Exception {
        String modified = field(ask(service), "Last-Modified");
        for (String range : List.of("bytes=2-5", "bytes=3-", "bytes=-4", "bytes=9999-")) {
            for (String date : List.of(modified, "Thu, 01 Jan 2026 00:00:00 GMT")) {
                var expected = ask(service, "Range", range, "If-Range", date);
                var answer = ask(server, "Range", range, "If-Range", date);
                String name = range + " of " + server;
                all.assertThat(answer.statusCode()).as(name).isEqualTo(expected.statusCode());
                if (expected.statusCode() == 206) {
                    assertSame(all, name, expected, answer, "Last-Modified");
                    all.assertThat(answer.body()).as(name).isEqualTo(expected.body());
                    assertSame(all, name, expected, answer, "Content-Range", "Content-Type", "Content-Length");
                }
            }
        }
        all.assertThat(ask(server, "If-Modified-Since", modified).statusCode())
                .as("known " + server)
                .isEqualTo(304);
    }

    @Test
    default void showsPeopleThePageWhereProgramsGetTheDocument() throws Exception {
        var all = new SoftAssertions();
        for (String address : documents()) {
            var expected = ask(site().origin() + address, "Sec-Fetch-Dest", "document");
            var page = ask(server().origin() + address, "Sec-Fetch-Dest", "document");
            all.assertThat(page.body()).as("to people " + address).isEqualTo(expected.body());
            all.assertThat(field(page, "Vary")).as(address).isEqualTo("Accept-Encoding, Sec-Fetch-Dest");
        }
        all.assertAll();
    }

    @Test
    default void namesADocumentWithoutTheQuery() throws Exception {
        var all = new SoftAssertions();
        for (String address : documents()) {
            all.assertThat(field(ask(server().origin() + address + "?x=1&y=%C3%BC"), "Link"))
                    .as("Link of " + address + " with a query")
                    .contains("<" + ExportedSite.BASE + address + ">; rel=\"self\"");
        }
        all.assertAll();
    }

    private List<String> documents() {
        return site().addresses().stream().filter(DOCUMENT.asMatchPredicate()).toList();
    }
}
