package org.feedwright.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands for the title of a note. */
class FirstWordsTest {
    private static final Instant LATE = Instant.parse("2026-01-26T23:30:00.400Z");

    private static String of(String body, List<String> highlights, @Nullable String summary, @Nullable String image) {
        var text = new ArticleText(
                "",
                null,
                List.of(),
                List.of(),
                highlights.stream().map(Highlight::new).toList(),
                new Prose(body, body),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                summary,
                image,
                List.of());
        return FirstWords.of(text, LATE, ZoneId.of("Europe/Berlin"));
    }

    private static String of(String words) {
        return of("<p>" + words + "</p>", List.of(), null, null);
    }

    @Test
    void areTheFirstThatReadersAreShown() {
        var points = List.of("A point", "Another");

        assertThat(of("<p>The <b>body</b>.</p>", points, "A summary", "A picture"))
                .isEqualTo("The body.");
        assertThat(of("<p> </p>", points, "A summary", "A picture")).isEqualTo("A point");
        assertThat(of("", List.of(), "A summary", "A picture")).isEqualTo("A summary");
        assertThat(of("", List.of(), null, "A picture")).isEqualTo("A picture");
        assertThat(of("", List.of(), null, null))
                .as("the day where the feed is")
                .isEqualTo("2026-01-27");
    }

    @Test
    void areSixtyCharactersAtMost() {
        assertThat(of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(of("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(of("語".repeat(61))).isEqualTo("語".repeat(60) + "…");
    }

    /** A character beyond U+FFFF is one, though Java counts two. */
    @Test
    void areNeverCutWithinACharacter() {
        assertThat(of("🎉".repeat(60))).isEqualTo("🎉".repeat(60));
        assertThat(of("🎉".repeat(61))).isEqualTo("🎉".repeat(60) + "…");
        assertThat(of("x" + "🎉".repeat(60))).isEqualTo("x" + "🎉".repeat(59) + "…");
    }

    @Test
    void areCutBetweenWordsUnlessTheFirstOnesAreTooFew() {
        assertThat(of("x".repeat(40) + " " + "y".repeat(30))).isEqualTo("x".repeat(40) + "…");
        assertThat(of("x".repeat(60) + " y")).isEqualTo("x".repeat(60) + "…");
        assertThat(of("x".repeat(20) + " " + "y".repeat(50))).isEqualTo("x".repeat(20) + " " + "y".repeat(39) + "…");
    }
}
