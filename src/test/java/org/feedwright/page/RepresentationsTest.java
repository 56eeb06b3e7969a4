package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, lists and assets under conditions and in codings. */
class RepresentationsTest extends PageTest {
    @BeforeEach
    void publishAnArticle() {
        var feed = new FeedName("coded");
        if (feeds.find(feed).isEmpty()) {
            open("coded");
            publish(Sample.of(feed, "a"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds/coded", "/articles/coded/a", "/feeds.opml", "STYLE", "ICON"})
    void comeInTheCodingThatIsAskedForEachWithItsTag(String path) throws IOException {
        var plain = ask("GET", path);
        String tag = field(plain, "ETag");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(field(plain, "Vary")).contains("Accept-Encoding");

        var gzip = ask("GET", path, "Accept-Encoding", "gzip");
        assertThat(field(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(field(gzip, "ETag")).isEqualTo(tag.replaceFirst("\"$", "-gzip\""));
        assertThat(field(gzip, "Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(field(ask("GET", path, "Accept-Encoding", "br, gzip"), "Content-Encoding"))
                .isEqualTo("br");

        var head = ask("HEAD", path, "Accept-Encoding", "gzip");
        assertThat(field(head, "ETag")).isEqualTo(field(gzip, "ETag"));
        assertThat(field(head, "Content-Length")).isEqualTo(String.valueOf(gzip.body().length));

        for (String known : List.of(tag, field(gzip, "ETag"), "W/" + tag)) {
            var again = ask("GET", path, "Accept-Encoding", "gzip", "If-None-Match", "\"x\", " + known);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(field(again, "ETag")).isEqualTo(known.replace("W/", ""));
            assertThat(field(again, "Vary")).contains("Accept-Encoding");
            assertThat(field(again, "Cache-Control")).isEqualTo(field(plain, "Cache-Control"));
            assertThat(again.body()).isEmpty();
        }
        assertThat(ask("GET", path, "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds/coded", "/articles/coded/a", "/feeds.opml", "/robots.txt", "STYLE"})
    void areSentUnderTheConditionsThatAreSet(String path) {
        String tag = field(ask("GET", path), "ETag");

        for (String method : List.of("GET", "HEAD")) {
            assertThat(ask(method, path, "If-Match", tag).statusCode()).isEqualTo(200);
            assertThat(ask(method, path, "If-Match", "*").statusCode()).isEqualTo(200);
            assertThat(ask(method, path, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
            assertThat(ask(method, path, "If-Match", "W/" + tag).statusCode()).isEqualTo(412);
            assertThat(ask(method, path, "If-Match", "\"x\"", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(412);
        }
        assertThat(new String(ask("GET", path, "If-Match", "\"x\"").body(), StandardCharsets.UTF_8))
                .contains("\"status\":412", "\"instance\":\"" + address(path) + "\"");
        assertThat(ask("GET", "/nothing", "If-Match", "\"x\"").statusCode()).isEqualTo(404);
        assertThat(ask("POST", path, "If-Match", "\"x\"").statusCode()).isEqualTo(405);
    }

    @Test
    void includeAnIconWhereReadersLookForOne() {
        var icon = ask("GET", "/favicon.ico", "Accept-Encoding", "gzip");

        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(field(icon, "Content-Type")).isEqualTo("image/x-icon");
        assertThat(field(icon, "Cache-Control")).isEqualTo("max-age=86400, public");
        assertThat(icon.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(icon.body()).startsWith(0, 0, 1, 0, 1, 0);
        assertThat(ask("GET", "/favicon.ico", "If-None-Match", field(icon, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    private HttpResponse<byte[]> ask(String method, String path, String... fields) {
        return new Requests(port).send(method, address(path), fields);
    }

    private static String address(String path) {
        return switch (path) {
            case "STYLE" -> Assets.path("feedwright.css");
            case "ICON" -> Assets.path("feedwright.svg");
            default -> path;
        };
    }

    private static String field(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
