package org.feedwright.poll;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.feedwright.Feedwright;
import org.feedwright.feed.FirstLook;
import org.feedwright.testing.Requests;
import org.feedwright.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a port of its own, with an empty SQLite and a clock that the test sets. */
@SpringBootTest(
        classes = Feedwright.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "feedwright.base-url=https://feeds.example.org"})
@ContextConfiguration(initializers = FreshData.class)
@Import(PollingSetup.class)
public abstract class PollingTest {
    @LocalServerPort
    public int port;

    @Autowired
    public SettableClock clock;

    @Autowired
    public Publisher publisher;

    Requests http;

    @Autowired
    FirstLook firstLook;

    /** Until the folder has been looked through, nobody is told that there is no such feed. */
    @BeforeEach
    void reachTheService() {
        await().until(() -> !firstLook.mayBringMore());
        http = new Requests(port);
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
