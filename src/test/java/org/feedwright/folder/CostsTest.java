package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.testing.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file of two megabytes may cost, whatever is in it. */
class CostsTest {
    private static final int SIZE = 1_900_000;

    /** Of the processor. What grew with the square took minutes; what grows with the text takes a tenth of this. */
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readsFrontMatterOfAnyKindInTime(@SuppressWarnings("unused") String name, String yaml) {
        long begun = processorTime();
        read(front(yaml), "");
        assertThat(Duration.ofNanos(processorTime() - begun)).isLessThan(GENEROUS);
    }

    static Stream<Arguments> readsFrontMatterOfAnyKindInTime() {
        String long_ = "x".repeat(SIZE / 2);
        return Stream.of(
                Arguments.of(
                        "a long text by many aliases", "rights: &a " + long_ + "\ncategories: [" + times("*a,") + "]"),
                Arguments.of("aliases of aliases", billionLaughs(12)),
                Arguments.of("a list that holds itself", "categories: &a [*a, *a]"),
                Arguments.of("many aliases of a list", "x: &a [b]\nauthors: [" + times("*a,") + "]"),
                Arguments.of("a long word", "rights: " + "x".repeat(SIZE)),
                Arguments.of("a long key", "x".repeat(SIZE) + ": y"),
                Arguments.of("many keys", numbered("key%d: x\n")),
                Arguments.of("many categories", "categories: [" + numbered("c%d, ") + "]"),
                Arguments.of("many authors", "authors: [" + numbered("{name: n%d}, ") + "]"),
                Arguments.of("many bad items", "categories: [" + times("{a: b}, ") + "]"),
                Arguments.of("many brackets", "categories: " + "[".repeat(SIZE)),
                Arguments.of("many dashes", "categories:\n  " + times("- ")),
                Arguments.of("an open quotation", "rights: \"" + times("x\n ")),
                Arguments.of("a date of many signs", "updated: " + "1-".repeat(SIZE / 2)),
                Arguments.of("an address of many signs", "link: https://" + "a.".repeat(SIZE / 2)),
                Arguments.of("a language of many signs", "language: " + "en-".repeat(SIZE / 3)));
    }

    @Test
    void tellsOfAliasesThatMakeFarMoreThanIsWritten() {
        var problems =
                read(front("rights: &a " + "x".repeat(1_000) + "\ncategories: [" + "*a,".repeat(1_000) + "]"), "");

        assertThat(problems)
                .containsExactly("news/a.md:6: aliases (such as *name) make far more of it than is written here;"
                        + " write each text where it belongs, without & and *");
    }

    @Test
    void takesAliasesAsPeopleUseThem() {
        assertThat(read(front("authors: [&a {name: Ann}]\ncategories: [&b rare, *b]"), ""))
                .isEmpty();
    }

    @Test
    void listsTheFirstOfVeryManyProblemsAndSaysHowManyThereAre() {
        var problems = read(
                front("categories: ["
                        + IntStream.range(0, 4_412).mapToObj(i -> "\n  {a: b}").collect(Collectors.joining(",")) + "]"),
                "");

        assertThat(problems).hasSize(101);
        assertThat(problems.getLast())
                .isEqualTo("news/a.md: 4,312 more problems are not listed; mend the ones above first");
    }

    @Test
    void quotesOnlyTheBeginningOfALongText() {
        assertThat(read(front("updated: " + "y".repeat(SIZE)), ""))
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasSizeLessThan(2_500));
    }

    @Test
    void refusesMoreOfAnythingThanAnyoneWrites() {
        assertThat(read(
                        front("categories: ["
                                + IntStream.range(0, 1_001)
                                        .mapToObj(i -> "c" + i)
                                        .collect(Collectors.joining(", ")) + "]"),
                        ""))
                .containsExactly("news/a.md: it has 1,001 categories, and no more than 1,000 are taken; keep those that"
                        + " readers need");
        assertThat(read("---\ntitle: " + "x".repeat(10_001) + "\npublished: 2026-01-26\n---\n", ""))
                .containsExactly(
                        "news/a.md: its title has 10,001 characters, and no more than 10,000 are taken; shorten"
                                + " it");
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<String> read(String front, String body) {
        var problems = new Problems("news/a.md");
        ArticleFile.read("a.md", front + body, new FeedName("news"), Definitions.titled("News"), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static String front(String yaml) {
        return "---\ntitle: A\npublished: 2026-01-26\n\n" + yaml + "\n---\n";
    }

    private static String times(String text) {
        return text.repeat(SIZE / 2 / text.length());
    }

    private static String numbered(String format) {
        return IntStream.range(0, 100_000).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String billionLaughs(int levels) {
        return IntStream.range(1, levels)
                .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(4)))
                .collect(Collectors.joining("", "a0: &a0 [x]\n", "categories: *a" + (levels - 1)));
    }
}
