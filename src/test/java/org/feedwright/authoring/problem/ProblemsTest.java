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

    @Test
    void takesOverWhatWasGatheredElsewhere() {
        var others = new Problems("news/b.md");
        for (int line = 1; line <= 102; line++) {
            others.add(line, "it is wrong", "mend it");
            others.warn(line, "it is odd", "look at it");
        }
        problems.add(1, "it has no title", "add one");
        problems.addAll(others);

        assertThat(problems.list())
                .hasSize(101)
                .last()
                .hasToString("news/a.md: 3 more problems are not listed; mend the ones above first");
        assertThat(problems.warnings())
                .hasSize(101)
                .last()
                .hasToString("news/a.md: 2 more warnings are not listed; mend the ones above first");
    }

    @Test
    void countsWhatIsSaidTwiceOnce() {
        for (int line = 1; line <= 200; line++) {
            problems.add(line % 100, "it is wrong", "mend it");
        }
        assertThat(problems.list()).hasSize(100);
    }

    @Test
    void spellsOutSignsThatWouldBreakALine() {
        var problem = new Problem("a\u2028b\u2029c\u0085d\ne\u007Ff😀", 0, "it is wrong", "mend\tit");

        assertThat(problem).hasToString("a\\u2028b\\u2029c\\u0085d\\u000Ae\\u007Ff😀: it is wrong; mend\\u0009it");
        assertThat(problem.warningAt("x")).isEqualTo("x: warning: it is wrong; mend\\u0009it");
        assertThat(new Problem("a", 7, "w", "r").warningAt("x")).isEqualTo("x:7: warning: w; r");
    }
}
