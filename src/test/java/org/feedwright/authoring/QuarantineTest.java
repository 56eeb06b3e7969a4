package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.feedwright.authoring.Quarantine.Held;
import org.feedwright.authoring.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class QuarantineTest {
    private static final Problem FIRST = new Problem("news/a.md", 2, "it has no date", "add one");
    private static final Problem SECOND = new Problem("news/a.md", 5, "it has no title", "add one");
    private static final Problem OTHER = new Problem("news-daily/b.md", 1, "it has no date", "add one");
    private static final Problem FEED = new Problem("news", 0, "it has no title", "add one");

    private final Quarantine quarantine = new Quarantine();

    @Test
    void tellsFeedsApartWhoseNamesBeginAlike() {
        quarantine.hold("news-daily/b.md", List.of(OTHER));
        assertThat(quarantine.concerns("news")).isFalse();
        assertThat(quarantine.sources("news")).isEmpty();

        quarantine.hold("news/a.md", List.of(FIRST, SECOND));
        quarantine.hold("news", List.of(FEED));
        assertThat(quarantine.sources("news")).containsExactly("news/a.md");
        assertThat(quarantine.sources("news-daily")).containsExactly("news-daily/b.md");
        assertThat(quarantine.feeds()).containsExactlyInAnyOrder("news", "news-daily");
        assertThat(quarantine.count()).isEqualTo(4);
        assertThat(quarantine.all()).containsExactlyInAnyOrder(FEED, OTHER, FIRST, SECOND);

        quarantine.release("news/a.md");
        assertThat(quarantine.concerns("news")).isTrue();
        quarantine.release("news");
        assertThat(quarantine.concerns("news")).isFalse();
    }

    @Test
    void namesNoSecretSourceToEverybody() {
        quarantine.hold("news/a.md", List.of(FIRST, SECOND), true);
        quarantine.hold("news/c.md", List.of(FIRST), true);
        quarantine.hold("news-daily/b.md", List.of(OTHER));

        assertThat(quarantine.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        OTHER.toString(),
                        "news/: what is not out yet has a problem; see the log, or run the command 'check'");
        assertThat(quarantine.all()).contains(FIRST, SECOND, OTHER);

        quarantine.hold("news/a.md", List.of(FIRST, SECOND), false);
        assertThat(quarantine.problems()).contains(FIRST, SECOND);
    }

    @Test
    void logsWhatIsNewAndNothingTwice(CapturedOutput log) {
        quarantine.hold("news/a.md", List.of(FIRST));
        quarantine.hold("news/a.md", List.of(FIRST));
        assertThat(log.getOut()).containsOnlyOnce("Quarantined: news/a.md:2: it has no date");

        quarantine.hold("news/a.md", List.of(SECOND));
        assertThat(log.getOut()).containsOnlyOnce("Quarantined: news/a.md:5: it has no title");

        quarantine.release("news/a.md");
        quarantine.release("news/a.md");
        assertThat(log.getOut()).containsOnlyOnce("No longer quarantined: news/a.md");
    }

    @Test
    void holdsWhatAnotherNodeHoldsAndNothingElse() {
        quarantine.hold("news/a.md", List.of(FIRST));
        quarantine.replace(Map.of("news-daily/b.md", new Held(List.of(OTHER), false)));

        assertThat(quarantine.holds("news/a.md")).isFalse();
        assertThat(quarantine.held()).containsOnlyKeys("news-daily/b.md");

        quarantine.replace(Map.of());
        assertThat(quarantine.held()).isEmpty();
    }
}
