package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.BeforeEach;

/** A feed with one article, which is an hour old, and how its answers are read. */
abstract class PublishedFeedTest extends PollingTest {
    static final String VARY = "Accept-Encoding, Sec-Fetch-Dest";
    static final Duration AGO = Duration.ofHours(1);

    FeedName feed;
    String atom;

    @BeforeEach
    void publishAFeed() {
        feed = publisher.open();
        atom = "/feeds/" + feed + ".atom";
        publisher.publish(feed, "first", clock.instant().minus(AGO));
    }

    static String field(HttpResponse<?> response, String name) {
        return Optional.ofNullable(response.headers().map().get(name))
                .map(values -> String.join(" | ", values))
                .orElse("");
    }

    static Map<String, List<String>> fields(HttpResponse<?> response) {
        return response.headers().map();
    }

    static void assertProblem(HttpResponse<byte[]> response) {
        assertThat(fields(response))
                .containsEntry("content-type", List.of("application/problem+json"))
                .containsEntry("vary", List.of(VARY))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .doesNotContainKeys("expires", "pragma", "set-cookie");
        assertThat(text(response)).contains("\"status\":" + response.statusCode());
    }

    static String tag(HttpResponse<?> plain, String suffix) {
        return field(plain, "ETag").replaceFirst("\"$", suffix + "\"");
    }
}
