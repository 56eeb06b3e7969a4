package org.feedwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.imports.ImportLedger.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written before, what is on the disk and what would be written now: a digest each. */
class DecisionTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, a, CREATE",
                "-, x, a, CREATE",
                "a, -, a, KEEP_AWAY",
                "a, -, b, KEEP_AWAY",
                "a, a, a, KEEP",
                "a, a, b, UPDATE",
                "a, x, a, KEEP",
                "a, x, b, KEEP_EDITED",
                "a, b, b, KEEP",
            })
    void leavesAloneWhatWasEdited(@Nullable String before, @Nullable String onDisk, String now, Decision decision) {
        assertThat(Decision.of(before == null ? null : new Line("a.md", before), onDisk, now))
                .isEqualTo(decision);
    }
}
