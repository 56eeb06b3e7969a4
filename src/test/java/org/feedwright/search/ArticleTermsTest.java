package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Prose;
import org.junit.jupiter.api.Test;

/** How much of a very long article is found. */
class ArticleTermsTest {
    private static List<String> tokens(String words) {
        return ArticleTerms.of(
                        new ArticleText(
                                "Title",
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                new Prose("", "<p>" + words + "</p>"),
                                null,
                                null,
                                null,
                                null,
                                List.of()),
                        null)
                .tokens();
    }

    private static String different(int words) {
        return IntStream.range(0, words).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    /** The title and the gap behind it come before the body, and another gap behind that. */
    @Test
    void isSixteenThousandWords() {
        assertThat(tokens(different(15_998))).hasSize(16_001).endsWith("w15997", ArticleTerms.GAP);
        assertThat(tokens(different(15_999))).hasSize(16_000).endsWith("w15997");
        assertThat(tokens(different(20_000))).hasSize(16_000).endsWith("w15997");
    }

    @Test
    void isEachWordAsOftenAsPostgresqlCounts() {
        assertThat(Collections.frequency(tokens("copper ".repeat(250)), "copper"))
                .isEqualTo(250);
        var more = tokens("copper ".repeat(252) + "zinc");
        assertThat(Collections.frequency(more, "copper")).isEqualTo(250);
        assertThat(more).contains("zinc");
        assertThat(more.subList(more.size() - 4, more.size()))
                .as("a phrase does not go on over what is left out")
                .containsExactly(ArticleTerms.GAP, ArticleTerms.GAP, "zinc", ArticleTerms.GAP);
    }
}
