package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Correction;
import org.feedwright.article.Withdrawal;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionBlockTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant LATEST = Instant.parse("2026-03-01T12:00:00Z");

    private final Problems problems = new Problems("a.md");

    @Test
    void readsCorrectionsInTheirOrder() {
        var corrections = corrections("""
                correction:
                  - It was *two* tons.
                  - date: 2026-02-01
                    text: It was in Ganzhou.
                """);

        assertThat(corrections)
                .extracting(correction -> correction.prose().html().strip())
                .containsExactly("<p>It was <em>two</em> tons.</p>", "<p>It was in Ganzhou.</p>");
        assertThat(corrections)
                .extracting(Correction::date)
                .containsExactly(null, Instant.parse("2026-01-31T23:00:00Z"));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void keepsTheNotesOfTwoCorrectionsApart() {
        String note = "\"It was two[^1].\\n\\n[^1]: Tons.\"";

        var ids = corrections("correction: [" + note + ", " + note + "]\n").stream()
                .map(correction -> correction.prose().html().replaceFirst("(?s).*?id=\"([^\"]*)\".*", "$1"))
                .toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void refusesACorrectionWithoutATextAndReadsTheRest() {
        assertThat(corrections("correction: [{date: 2026-02-01}, It was two., {text: ' '}]"))
                .hasSize(1);
        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: a correction has no text;"
                        + " write 'correction: What was wrong.', or {date: …, text: …}");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(corrections("title: T")).isEmpty();
        assertThat(withdrawal("title: T")).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '~',
            value = {
                "true                                   | -           | -",
                "Yes                                    | -           | -",
                "' on '                                 | -           | -",
                "Another company                        | Another company | -",
                "{date: 2026-03-01T12:00Z}              | -           | 2026-03-01T12:00:00Z",
                "{reason: true, date: 2026-02-01}       | -           | 2026-01-31T23:00:00Z",
                "{reason: ' Why not ', date: 2026-02-01} | Why not    | 2026-01-31T23:00:00Z",
            })
    void readsAWithdrawal(String written, String reason, Instant date) {
        assertThat(withdrawal("withdrawn: " + written)).contains(new Withdrawal(reason, date));
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "No", "' off '", "{reason: false, date: 2026-02-01}"})
    void readsThatNothingIsWithdrawn(String written) {
        assertThat(withdrawal("withdrawn: " + written)).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "withdrawn:                           | 'withdrawn' says nothing",
                "withdrawn: ' '                       | 'withdrawn' says nothing",
                "withdrawn: []                        | 'withdrawn' says nothing",
                "withdrawn: [One, Two]                | an article is withdrawn once",
                "withdrawn: {reasons: Two}            | the key 'reasons' is not known",
                "withdrawn: {date: 2026-03-01T12:00:01Z} | 'date' is '2026-03-01T12:00:01Z', which lies in the future",
                "withdrawn: {date: soon}              | 'date' is 'soon', which cannot be understood",
                "correction: {text: It., by: Ann}     | the key 'by' is not known",
                "correction: {text: It., date: 2026-03-01T12:00:01Z} | 'date' is '2026-03-01T12:00:01Z', which lies in the future",
                "correction: {text: It., date: soon}  | 'date' is 'soon', which cannot be understood",
            })
    void refusesWhatCannotBeMeant(String yaml, String wrong) {
        corrections(yaml);
        withdrawal(yaml);

        assertThat(problems.list()).extracting(Problem::wrong).containsExactly(wrong);
    }

    @Test
    void takesACorrectionThatIsMadeJustNow() {
        assertThat(corrections("correction: {text: It., date: '2026-03-01T12:00:00Z'}"))
                .extracting(Correction::date)
                .containsExactly(LATEST);
        assertThat(problems.list()).isEmpty();
    }

    private List<Correction> corrections(String yaml) {
        return CorrectionBlock.corrections(Yaml.read(yaml, 1, problems), ZONE, LATEST);
    }

    private Optional<Withdrawal> withdrawal(String yaml) {
        return CorrectionBlock.withdrawal(Yaml.read(yaml, 1, problems), ZONE, LATEST);
    }
}
