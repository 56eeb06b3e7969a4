package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownProblemsTest {
    private final Quarantine quarantine = new Quarantine();

    private void hold(String source) {
        quarantine.hold(source, List.of(new Problem(source, 1, "it is wrong", "write it right")));
    }

    private ShownProblems shown(String base) {
        return ShownProblems.of(quarantine, new Addresses(URI.create(base)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "https://LOCALHOST:8443/feeds",
                "http://127.0.0.1:8080",
                "http://127.1.20.255",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void areThoseOfThisMachineAlone(String base) {
        hold("news/one.md");

        assertThat(shown(base).problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://128.0.0.1",
                "http://192.168.1.2",
                "http://127.0.0.1.example.org",
                "http://[::2]",
                "http://[::11]",
                "http://my-localhost"
            })
    void areNoneForOthers(String base) {
        hold("news/one.md");

        assertThat(shown(base)).isEqualTo(ShownProblems.NOTHING);
        assertThat(ShownProblems.of(quarantine, new Addresses(URI.create(base)), "news"))
                .isEqualTo(ShownProblems.NOTHING);
    }

    @Test
    void areThoseOfAFeedAndNotOfOneWhoseNameBeginsAlike() {
        hold("news/one.md");
        hold("news-2/two.md");
        hold("newspaper/three.md");
        hold("old/news/four.md");

        assertThat(ShownProblems.of(quarantine, new Addresses(URI.create("http://localhost")), "news")
                        .problems())
                .extracting(Problem::source)
                .containsExactly("news/one.md");
    }

    @Test
    void areFiftyAndTheNumberOfTheOthers() {
        IntStream.range(0, 50).forEach(i -> hold("news/" + i + ".md"));
        assertThat(shown("http://localhost").problems()).hasSize(50);
        assertThat(shown("http://localhost").more()).isZero();

        hold("news/more.md");
        assertThat(shown("http://localhost").problems()).hasSize(50);
        assertThat(shown("http://localhost").more()).isOne();
    }
}
