package org.feedwright.api;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the API, each with a feed of its own. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before each test
abstract class ApiFeedTest extends ApiTest {
    private static final AtomicInteger feeds = new AtomicInteger();

    String feed;

    /** The feed's address in the API. */
    String api;

    /** That of its articles. */
    String articles;

    @BeforeEach
    void makeAFeed() {
        service.clock().set(ApiService.START);
        feed = "feed-" + feeds.incrementAndGet();
        service.feed(feed);
        api = "/api/v1/feeds/" + feed;
        articles = api + "/articles";
    }
}
