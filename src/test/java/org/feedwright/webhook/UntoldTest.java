package org.feedwright.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Manuscripts.article;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.feedwright.store.SettingRefused;
import org.feedwright.testing.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services without webhooks, with several nodes, and with settings that cannot be. */
class UntoldTest {
    @Test
    void nothingIsMadeWhereNobodyIsToBeTold(@TempDir Path directory) {
        try (var service = new TellingService(directory, "--feedwright.data=" + directory.resolve("data"), List.of())) {
            service.open(TellingService.NEWS);
            service.publish(article("a").published(Instant.now().toString()));

            assertThat(service.jdbc()
                            .sql("select count(*) from scheduled_task")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().matches("db-scheduler.*|webhooks.*"));
        }
    }

    @Test
    void ofTwoNodesOneTells(@TempDir Path directory) {
        String store = "--spring.datasource.url=" + Postgres.freshDatabase();
        try (var receiver = new Receiver()) {
            var settings = TellingService.endpoint("all", receiver.address("/all"));
            try (var one = new TellingService(directory, store, settings);
                    var two = new TellingService(directory, store, settings)) {
                one.open(TellingService.NEWS);
                var expected = new HashSet<String>();
                for (int i = 0; i < 40; i++) {
                    var node = i % 2 == 0 ? one : two;
                    node.publish(article("a-" + i)
                            .titled("Number " + i)
                            .published(Instant.now().toString()));
                    expected.add("article.published Number " + i);
                }
                one.awaitCalm();

                assertThat(receiver.lines("/all")).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://example.org/              | url    | is not an address to which a request can be sent",
                "https://user:word@example.org/  | url    | is not an address to which a request can be sent",
                "https://example.org/#x          | url    | is not an address to which a request can be sent",
                "https://example.org/ | secret | is no secret of a webhook"
            })
    void refusesSettingsThatCannotBe(String url, String wrong, String message) {
        var secrets = wrong.equals("secret") ? List.of("whsec_c2hvcnQ=") : List.of(Receiver.SECRET);
        var named = new WebhookSettings.Named(url, secrets, java.util.Set.of(), java.util.Set.of());

        assertThatThrownBy(() -> settings(Map.of("one", named), List.of()))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContainingAll("feedwright.webhooks.endpoints.one." + wrong, message)
                .hasMessageNotContainingAny("word", "c2hvcnQ");
    }

    @Test
    void refusesASecondSecretThatIsNone() {
        var named = new WebhookSettings.Named(
                "https://example.org/",
                List.of(Receiver.SECRET, "whsec_c2hvcnQ="),
                java.util.Set.of(),
                java.util.Set.of());

        assertThatThrownBy(() -> settings(Map.of("one", named), List.of())).isInstanceOf(SettingRefused.class);
    }

    @Test
    void refusesNetworksThatAreNone() {
        for (String network : new ArrayList<>(List.of("localhost", "10.0.0.0/99", "*"))) {
            assertThatThrownBy(() -> settings(Map.of(), List.of(network)))
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("feedwright.webhooks.allowed-networks is '" + network + "'");
        }
    }

    private static WebhookSettings settings(Map<String, WebhookSettings.Named> endpoints, List<String> networks) {
        return new WebhookSettings(
                endpoints,
                networks,
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofDays(1),
                Duration.ofDays(7));
    }
}
