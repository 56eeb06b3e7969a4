package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problem;
import org.junit.jupiter.api.Test;

class UnknownKeysTest {
    @Test
    void areCountedByFilesAndByKeys() {
        assertThat(summary(warning("a.md", "mood"), warning("a.md", "colour")))
                .startsWith("1 article has keys that are not known: colour (1), mood (1)");
        assertThat(summary(warning("a.md", "mood"), warning("b.md", "colour"), warning("c.md", "mood")))
                .startsWith("3 articles have keys that are not known: mood (2), colour (1)");
    }

    @Test
    void areNamedUpToEight() {
        assertThat(summary(warnings(8))).endsWith("k8 (1)");
        assertThat(summary(warnings(9))).endsWith("k8 (1) and others");
    }

    @Test
    void areNoneWhereWarningsAreOfSomethingElse() {
        var other = new Problem("a.md", 3, "'date' says something else than 'published', which counts", "keep one");
        assertThat(UnknownKeys.is(other)).isFalse();
        assertThat(UnknownKeys.is(warning("a.md", "mood"))).isTrue();
        assertThat(UnknownKeys.summary("news", List.of(other))).isEmpty();
        assertThat(summary(other, warning("b.md", "mood"))).startsWith("1 article has");
    }

    private static Problem[] warnings(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> warning("a.md", "k" + number))
                .toArray(Problem[]::new);
    }

    private static Problem warning(String file, String key) {
        return new Problem(file, 1, UnknownKeys.what("'" + key + "'"), "take it out");
    }

    private static String summary(Problem... warnings) {
        return UnknownKeys.summary("news", Stream.of(warnings).toList())
                .orElseThrow()
                .wrong();
    }
}
