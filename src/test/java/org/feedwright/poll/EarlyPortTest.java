package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.feedwright.Feedwright;
import org.feedwright.feed.FirstLook;
import org.feedwright.testing.Requests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The start as readers see it who do not wait for its end. */
class EarlyPortTest {
    private static final String FEED = "/feeds/news.atom";
    private static final String PAGE = "/feeds/news";

    @TempDir
    static Path directory;

    /** What a reader gets while the start is held up by a part that is made after the port is open. */
    record Meanwhile(
            int poll, boolean isLookToCome, CompletableFuture<HttpResponse<byte[]>> page, boolean isPageSent) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Reading {
        @Bean
        Meanwhile meanwhile(@Value("${server.port}") int port, FirstLook firstLook) throws Exception {
            var http = new Requests(port);
            var page = CompletableFuture.supplyAsync(() -> http.get(PAGE));
            int poll = http.get(FEED).statusCode();
            return new Meanwhile(poll, firstLook.isUnderWay(), page, page.isDone());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Failing {
        @Bean
        Meanwhile refusal(@Value("${server.port}") int port) {
            assertThat(new Requests(port).get(FEED).statusCode()).isEqualTo(200);
            throw new IllegalStateException("refused after the port was opened");
        }
    }

    @BeforeAll
    static void storeAFeed() throws IOException {
        var feed = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(feed.resolve("feed.yaml"), "title: News\nhome: https://example.org/\n");
        Files.writeString(feed.resolve("rain.md"), "---\ntitle: Rain\npublished: 2026-01-02\n---\nText\n");
        int port = freePort();
        try (var service = start(port)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !service.getBean(FirstLook.class).mayBringMore());
        }
    }

    @Test
    void pollsAreAnsweredWhileTheRestIsMadeAndPagesWaitForIt() throws Exception {
        try (var service = start(freePort(), Reading.class)) {
            var meanwhile = service.getBean(Meanwhile.class);
            assertThat(meanwhile.poll()).isEqualTo(200);
            assertThat(meanwhile.isLookToCome())
                    .as("what is not stored may still come, and is not yet said not to be there")
                    .isTrue();
            assertThat(meanwhile.isPageSent()).isFalse();
            assertThat(meanwhile.page().get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStartThatFailsAfterwardsClosesThePort() throws Exception {
        int port = freePort();
        assertThatThrownBy(() -> start(port, Failing.class))
                .rootCause()
                .hasMessage("refused after the port was opened");
        new ServerSocket(port).close();
    }

    @Test
    void aPortThatIsTakenIsSaidToBeTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOfSatisfying(
                            PortInUseException.class,
                            e -> assertThat(e.getPort()).isEqualTo(taken.getLocalPort()));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ConfigurableApplicationContext start(int port, Class<?>... more) {
        return new SpringApplicationBuilder(Feedwright.class)
                .sources(more)
                .run(
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--feedwright.base-url=https://feeds.example.org",
                        "--feedwright.folder=" + directory.resolve("feeds"),
                        "--feedwright.data=" + directory.resolve("data"));
    }
}
