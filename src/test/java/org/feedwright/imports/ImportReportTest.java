package org.feedwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportReportTest {
    private final ImportReport report = new ImportReport();

    @Test
    void countsInItsOwnOrderAndThenInThatOfTheImport() {
        report.count("pictures", 1_234);
        report.count("new files");
        report.count("published");
        report.count("published");
        report.skip("menus");
        report.skip("comments");
        report.skip("comments");
        report.note("feed.yaml is new");
        report.note("feed.yaml is new");

        assertThat(report.lines())
                .containsExactly(
                        "published: 2",
                        "new files: 1",
                        "pictures: 1,234",
                        "not taken; comments: 2, menus: 1",
                        "feed.yaml is new");
    }

    @Test
    void namesThreeArticlesOfATag() {
        report.unknownTag("[a]", "1");
        report.unknownTag("[a]", "1");
        report.unknownTag("[a]", "2");
        report.unknownTag("[a]", "3");
        assertThat(report.lines()).containsExactly("not understood, left as it is: [a] in 1, 2, 3");

        report.unknownTag("[a]", "4");
        assertThat(report.lines()).containsExactly("not understood, left as it is: [a] in 1, 2, 3 and 1 more");
    }

    @Test
    void namesTwentyOfAKind() {
        for (int number = 1; number <= 20; number++) {
            report.problem("p" + number);
            report.note("edited here", "n" + number);
        }
        assertThat(report.lines()).hasSize(42).contains("  n20", "  p20").noneMatch(line -> line.contains("more"));

        report.problem("p21");
        report.note("edited here", "n21");
        assertThat(report.lines()).hasSize(44).contains("  and 1 more").doesNotContain("  n21", "  p21");
        assertThat(report.problems()).hasSize(21);
    }
}
