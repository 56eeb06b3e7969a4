package org.feedwright.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Tests of who may do what, each of which begins without a token. */
abstract class GuardedApiTest extends ApiTest {
    static final String RAIN = "{\"title\": \"Rain\", \"body\": {\"text\": \"x\"}}";

    /** A site whose pages may use the API. */
    static final String ALLOWED = "https://editor.example.org";

    @Override
    String[] settings() {
        return new String[] {"--feedwright.access.origins=" + ALLOWED, "--feedwright.access.failed-tries=4"};
    }

    @Override
    void prepare() {
        super.prepare();
        service.feed("news");
        service.feed("other");
        service.put(
                "/api/v1/feeds/other/articles/secret", "{\"title\": \"S\", \"draft\": true, \"id\": \"urn:x:secret\"}");
    }

    @BeforeEach
    void waitOutEarlierTries() {
        service.clock().advance(Duration.ofMinutes(2));
        service.use("");
    }

    HttpResponse<String> put(String feed) {
        return service.put("/api/v1/feeds/" + feed + "/articles/rain", RAIN);
    }
}
