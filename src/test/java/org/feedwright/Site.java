package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.feedwright.testing.Requests;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service as a visitor sees it, who waits until something is out. */
record Site(Requests http) {
    Site(ConfigurableApplicationContext service) {
        this(new Requests(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
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
