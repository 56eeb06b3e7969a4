package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.feedwright.testing.Requests;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service as a visitor sees it, who waits until something is out. */
record Site(Requests http) {
    Site(ConfigurableApplicationContext service) {
        this(new Requests(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
    }

    /**
     * Starts a service.
     *
     * @param directory where its folder is, {@code feeds}, and its store
     * @param port for readers; 0 for any that is free
     */
    static ConfigurableApplicationContext start(Path directory, String baseUrl, int port) {
        return SpringApplication.run(
                Feedwright.class,
                "--server.port=" + port,
                "--management.server.port=0",
                "--feedwright.base-url=" + baseUrl,
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve("data"));
    }

    int port() {
        return http.port();
    }

    void await(String path, String text) {
        Awaitility.await(path)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    var answer = http.get(path);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                            .contains(text);
                });
    }
}
