package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.feedwright.text.SourceSet.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "a.png -> a.png",
                "a.png 1x, b.png 2x -> a.png 1x, b.png 2x",
                "a.png 1x,b.png 2x -> a.png 1x, b.png 2x",
                "a.png, b.png 2x -> a.png, b.png 2x",
                "a.png 480w 320h , b.png -> a.png 480w 320h, b.png",
                "', ,a.png,,,' -> a.png",
                "a,b.png 1x -> a,b.png 1x",
                "a.png,b.png -> a.png,b.png",
                "data:image/png;base64,AA== 2x, b.png -> data:image/png;base64,AA== 2x, b.png",
                "a.png x(1,2) 2x, b.png -> a.png x(1,2) 2x, b.png",
                "a.png x(1,2 2x, b.png -> a.png x(1,2 2x, b.png",
                "a.png x(1)2,b.png -> a.png x(1)2, b.png"
            })
    void readsCandidatesAsBrowsersDo(String text, String candidates) {
        assertThat(SourceSet.parse(text)).hasToString(candidates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,, "})
    void readsNothingWhereThereIsNothing(String text) {
        assertThat(SourceSet.parse(text).candidates()).isEmpty();
    }

    @Test
    void knowsEveryKindOfWhiteSpace() {
        assertThat(SourceSet.parse("\n\ta.png\f1x,\r\n b.png\t2x\n").candidates())
                .containsExactly(new Candidate("a.png", "1x"), new Candidate("b.png", "2x"));
    }

    @Test
    void readsCommasAtOnce() {
        assertTimeout(Duration.ofSeconds(2), () -> SourceSet.parse("a" + ",".repeat(2_000_000)));
        assertTimeout(Duration.ofSeconds(2), () -> SourceSet.parse("a,, ".repeat(500_000)));
        assertThat(SourceSet.parse("a" + ",".repeat(100) + " b")).hasToString("a, b");
    }

    @Test
    void changesAddressesAndNothingElse() {
        assertThat(SourceSet.parse("a.png 1x, b.png").withAddresses(address -> "/" + address))
                .hasToString("/a.png 1x, /b.png");
    }

    @Test
    void keepsTheCandidatesThatAreWanted() {
        assertThat(SourceSet.parse("a.png 1x, b.png 2x, c.png").with(address -> !address.equals("b.png")))
                .hasToString("a.png 1x, c.png");
    }
}
