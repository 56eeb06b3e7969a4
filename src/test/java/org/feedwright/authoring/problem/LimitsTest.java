package org.feedwright.authoring.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Correction;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Highlight;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.authoring.FeedFile;
import org.feedwright.feed.FeedDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bound is tried with exactly what it allows, and with one more. */
class LimitsTest {
    private final Problems problems = new Problems("a.md");

    @ParameterizedTest
    @CsvSource({
        "authors, 5000",
        "categories, 1000",
        "highlights, 1000",
        "enclosures, 1000",
        "corrections, 1000",
        "files beside it, 1000",
        "its title, 10000",
        "its link, 10000",
        "its image's address, 10000",
        "what it says of rights, 10000",
        "an author's name, 2000",
        "a category, 2000",
        "characters of HTML in its body, 4000000",
        "characters of HTML in its disclaimer, 4000000",
        "characters of HTML in its correction, 4000000",
        "characters of HTML in its highlight, 4000000",
    })
    void boundAnArticle(String part, int most) {
        Limits.check(text(part, most), 1_000, problems);
        assertThat(problems.list()).isEmpty();

        Limits.check(text(part, most + 1), 1_000, problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().wrong())
                .contains(String.format(Locale.ROOT, "%,d", most + 1), part.replaceFirst(" in .*", ""));
    }

    @Test
    void letALongSourceBecomeTwiceAsLong() {
        var text = text("characters of HTML in its body", 4_200_000);

        Limits.check(text, 2_100_000, problems);
        assertThat(problems.list()).isEmpty();
        Limits.check(text, 2_099_999, problems);
        assertThat(problems.list()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "categories, 1000, categories: [%s], c%d",
        "hubs, 1000, hubs: [%s], https://hub.example.org/%d",
        "former names, 1000, formerly: [%s], n%d",
    })
    void boundAFeed(String part, int most, String line, String item) {
        check(line, item, most);
        assertThat(problems.list()).isEmpty();

        check(line, item, most + 1);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().wrong()).contains("1,001 " + part);
    }

    private void check(String line, String item, int count) {
        var items = many(count, number -> item.replace("%d", String.valueOf(number)));
        Limits.check(read(line.replace("%s", String.join(", ", items))), problems);
    }

    @ParameterizedTest
    @CsvSource({"title, 10000", "disclaimer, 200000"})
    void boundTheTextsOfAFeed(String key, int most) {
        int markup = key.equals("disclaimer") ? "<p></p>".length() : 0;
        Limits.check(read(key + ": " + "x".repeat(most - markup)), problems);
        assertThat(problems.list()).isEmpty();

        Limits.check(read(key + ": " + "x".repeat(most - markup + 1)), problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().wrong()).startsWith("its " + key);
    }

    private static FeedDefinition read(String line) {
        var problems = new Problems("feed.yaml");
        var definition = FeedFile.read(line + (line.startsWith("title") ? "" : "\ntitle: News"), "localhost", problems);
        assertThat(problems.list()).isEmpty();
        return definition;
    }

    private static ArticleText text(String part, int n) {
        String text = "x".repeat(n);
        var prose = new Prose("x", part.endsWith("disclaimer") || part.endsWith("correction") ? text : "");
        return new ArticleText(
                part.equals("its title") ? text : "T",
                part.equals("its link") ? text : null,
                part.equals("an author's name")
                        ? List.of(Person.named(text))
                        : some(part, "authors", n, number -> Person.named("A" + number)),
                part.equals("a category")
                        ? List.of(new Category(text))
                        : some(part, "categories", n, number -> new Category("C" + number)),
                part.endsWith("highlight")
                        ? List.of(new Highlight(text))
                        : some(part, "highlights", n, number -> new Highlight("H" + number)),
                new Prose("x", part.endsWith("body") ? text : ""),
                part.endsWith("disclaimer") ? new Disclaimer(prose) : null,
                null,
                part.equals("what it says of rights") ? text : null,
                part.equals("its image's address") ? text : null,
                some(part, "enclosures", n, number -> new Enclosure("https://example.org/" + number, "a/b", 1, null)),
                part.endsWith("correction")
                        ? List.of(new Correction(prose, null))
                        : some(part, "corrections", n, number -> new Correction(new Prose("x", "x"), null)),
                some(part, "files beside it", n, number -> new MediaFile(number + ".png", "image/png", 1)),
                null,
                null,
                null,
                List.of());
    }

    private static <T> List<T> some(String part, String wanted, int count, Function<Integer, T> make) {
        return part.equals(wanted) ? many(count, make) : List.of();
    }

    private static <T> List<T> many(int count, Function<Integer, T> make) {
        return IntStream.range(0, count).mapToObj(make::apply).toList();
    }
}
