package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.operate.OperatorView.Listed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "99, 99, 0", "100, 100, 0", "101, 100, 1", "250, 100, 150"})
    void countsThoseThatAreNotShown(int all, int shown, int more) {
        var listed = Listed.of(Collections.nCopies(all, new Problem("a.md", 1, "Wrong", "mend it")));

        assertThat(listed.shown()).hasSize(shown);
        assertThat(listed.more()).isEqualTo(more);
        assertThat(listed.count()).isEqualTo(all);
    }
}
