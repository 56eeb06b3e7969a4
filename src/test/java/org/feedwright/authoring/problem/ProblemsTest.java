package org.feedwright.authoring.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems("news/a.md");
    private final AtomicInteger found = new AtomicInteger();

    private String remedy() {
        return "remedy " + found.incrementAndGet();
    }

    @Test
    void findsRemediesOnlyForTheWarningsThatAreListed() {
        for (int line = 1; line <= 5_000; line++) {
            problems.warn(line, "the key 'k" + line + "' is not known", this::remedy);
        }

        assertThat(found).hasValue(100);
        assertThat(problems.warnings()).hasSize(101);
        assertThat(problems.warnings().getLast().wrong()).isEqualTo("4,900 more warnings are not listed");
    }

    @Test
    void findsRemediesOnlyForTheProblemsThatAreListed() {
        for (int line = 1; line <= 5_000; line++) {
            problems.add(line, "the key 'k" + line + "' is not known", this::remedy);
        }

        assertThat(found).hasValue(100);
        assertThat(problems.list()).hasSize(101);
        assertThat(problems.list().getFirst().remedy()).isEqualTo("remedy 1");
    }

    @Test
    void findsTheLineOfAnElementInCapitalsBehindLettersThatGrowInSmallOnes() {
        var note = new Note("a frame was left out", "link to it", "<iframe");

        assertThat(note.line("İ".repeat(100) + "\n<IFRAME>")).isEqualTo(2);
        assertThat(note.line("İ".repeat(100) + "\n\n<iframe>")).isEqualTo(3);
        assertThat(note.line("no frame")).isZero();
    }
}
