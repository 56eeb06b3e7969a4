package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Selector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectBlockTest {
    private final Problems problems = new Problems("feed.yaml");

    @Test
    void takesWhatEveryListNames() {
        assertThat(read("""
                        select:
                          feeds: [news, sport, news]
                          categories: [Rare Earths, rare-earths, C#]
                          authors: Ann Abel
                          languages: [en_GB, de]
                          exclude:
                            feeds: old
                            categories: [Sport]
                            authors: [Bo]
                            languages: [fr]
                        """))
                .isEqualTo(new Selector(
                        List.of(new FeedName("news"), new FeedName("sport")),
                        List.of("rare-earths", "c~23~"),
                        List.of("ann-abel"),
                        List.of("en-gb", "de"),
                        new Selector(
                                List.of(new FeedName("old")), List.of("sport"), List.of("bo"), List.of("fr"), null)));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void leavesOutTheFeedsThatATextNames() {
        assertThat(read("select: {categories: [a], exclude: old}"))
                .isEqualTo(new Selector(
                        List.of(),
                        List.of("a"),
                        List.of(),
                        List.of(),
                        new Selector(List.of(new FeedName("old")), List.of(), List.of(), List.of(), null)));
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select: all", "select: [all]", "select: {all: all}"})
    void takesEverything(String yaml) {
        assertThat(read(yaml)).isEqualTo(Selector.EVERYTHING);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void takesNothingWhereItIsNotThere() {
        assertThat(read("title: News")).isNull();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select:                                       | 'select' says nothing",
                "select: ''                                    | 'select' says nothing",
                "select: [{feeds: a}, {feeds: b}]              | 'select' is not one block",
                "select: [null, null]                            | 'select' is not one block",
                "select: some                                  | 'select' is neither a block nor 'all'",
                "select: {feeds: null}                        | 'feeds' in 'select' says nothing",
                "select: {categories: []}                      | 'categories' in 'select' says nothing",
                "select: {authors: null}                       | 'authors' in 'select' says nothing",
                "select: {languages: []}                       | 'languages' in 'select' says nothing",
                "select: {feeds: A feed}                       | 'A feed' in 'feeds' cannot be understood",
                "select: {languages: English}                  | 'English' in 'languages' cannot be understood",
                "select: {tags: a}                             | the key 'tags' is not known",
                "select: {feeds: a, exclude: }                 | 'exclude' in 'select' says nothing",
                "select: {feeds: a, exclude: [{feeds: b}, c]}  | 'exclude' is not one block",
                "select: {feeds: a, exclude: {feeds: []}}      | 'feeds' in 'select' says nothing",
                "select: {feeds: a, exclude: {exclude: b}}     | the key 'exclude' is not known",
            })
    void isRefusedWhereItCannotBeMeant(String yaml, String wrong) {
        read(yaml);

        assertThat(problems.list()).extracting(Problem::wrong).containsExactly(wrong);
        assertThat(problems.list()).allSatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.remedy()).isNotEmpty();
        });
    }

    @Test
    void tellsOfEachItemThatCannotBeUnderstood() {
        assertThat(read("select: {feeds: [a, B C, d, E F]}")).isNotNull();

        assertThat(problems.list())
                .extracting(Problem::wrong)
                .containsExactly("'B C' in 'feeds' cannot be understood", "'E F' in 'feeds' cannot be understood");
    }

    private @Nullable Selector read(String yaml) {
        return SelectBlock.read(Yaml.read(yaml, 1, problems));
    }
}
