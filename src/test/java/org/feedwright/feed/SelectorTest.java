package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.written;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.testing.Manuscripts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which articles a composed feed takes. */
class SelectorTest {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName REPORTS = new FeedName("reports");

    /** Of Ann's news in English. */
    private static final FeedDefinition DEFINITION = written("Ann", "en");

    private static final List<Selector> LISTS =
            List.of(from(NEWS), about("metals"), by("bob"), in("de"), without(from(NEWS)), without(about("metals")));

    @Test
    void takesEverythingWhereItNamesNothing() {
        assertThat(takes(Selector.EVERYTHING, article("a"))).isTrue();
        assertThat(takes(without(Selector.EVERYTHING), article("a"))).isTrue();
    }

    @Test
    void takesFromTheFeedsThatItNames() {
        assertThat(takes(from(NEWS), article("a"))).isTrue();
        assertThat(takes(from(REPORTS), article("a"))).isFalse();
        assertThat(takes(without(from(NEWS)), article("a"))).isFalse();
        assertThat(takes(without(from(REPORTS)), article("a"))).isTrue();

        assertThat(from(NEWS).takesFrom(NEWS)).isTrue();
        assertThat(from(NEWS).takesFrom(REPORTS)).isFalse();
        assertThat(without(from(NEWS)).takesFrom(NEWS)).isFalse();
        assertThat(without(about("metals")).takesFrom(NEWS)).isTrue();
    }

    @Test
    void takesWhatHasOneOfItsCategories() {
        for (var metals : List.of(about("metals"), about("energy", "metals"))) {
            assertThat(takes(metals, article("a").about("Metals").about("China")))
                    .isTrue();
            assertThat(takes(metals, article("a").about("China"))).isFalse();
            assertThat(takes(metals, article("a").by("Metals"))).isFalse();
            assertThat(takes(without(metals), article("a").about("Metals"))).isFalse();
            assertThat(takes(without(metals), article("a").about("China"))).isTrue();
        }
    }

    @Test
    void takesWhatOneOfItsAuthorsWrote() {
        assertThat(takes(by("bob"), article("a").by("Carl", "Bob"))).isTrue();
        assertThat(takes(by("bob"), article("a"))).isFalse();
        assertThat(takes(by("bob"), article("a").about("Bob"))).isFalse();
        assertThat(takes(by("ann"), article("a"))).as("the feed's author").isTrue();
        assertThat(takes(by("ann"), article("a").by("Bob"))).isFalse();
        assertThat(takes(without(by("bob")), article("a").by("Bob"))).isFalse();
        assertThat(takes(without(by("bob")), article("a"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "en, en, true",
        "en, en-GB, true",
        "EN, EN-gb, true",
        "en-GB, en-GB, true",
        "en-GB, en, false",
        "en, eng, false",
        "en, de, false",
        "de, , false",
        "en, , true",
    })
    void takesWhatIsInOneOfItsLanguages(String range, @Nullable String language, boolean isTaken) {
        var article = stored(article("a"), language);

        assertThat(in("fr", range).takes(article, DEFINITION)).isEqualTo(isTaken);
        assertThat(without(in("fr", range)).takes(article, DEFINITION)).isEqualTo(!isTaken);
    }

    @Test
    void takesWhatHasNoLanguageOnlyWhereItNamesNone() {
        var nowhere = written(null, null);
        var article = stored(article("a"), null);

        assertThat(in("en").takes(article, nowhere)).isFalse();
        assertThat(without(in("en")).takes(article, nowhere)).isTrue();
        assertThat(Selector.EVERYTHING.takes(article, nowhere)).isTrue();
    }

    @Test
    void takesOnlyWhatEveryListHas() {
        var all = new Selector(List.of(NEWS), List.of("metals"), List.of("bob"), List.of("en"), about("china"));

        assertThat(takes(all, article("a").about("Metals").by("Bob"))).isTrue();
        assertThat(takes(all, article("a").about("Metals").by("Bob").about("China")))
                .isFalse();
        assertThat(takes(all, article("a").about("Metals").by("Bob").in("reports")))
                .isFalse();
        assertThat(takes(all, article("a").about("Metals"))).isFalse();
        assertThat(takes(all, article("a").by("Bob"))).isFalse();
        assertThat(all.takes(stored(article("a").about("Metals").by("Bob"), "de"), DEFINITION))
                .isFalse();
    }

    @Test
    void goesByFeedAloneWhereNeitherItNorWhatItExcludesNamesAnythingElse() {
        assertThat(Selector.EVERYTHING.goesByFeedAlone()).isTrue();
        assertThat(LISTS.stream().map(Selector::goesByFeedAlone))
                .containsExactly(true, false, false, false, true, false);
    }

    @Test
    void goesByLanguageWhereItOrWhatItExcludesNamesOne() {
        assertThat(Selector.EVERYTHING.goesByLanguage()).isFalse();
        assertThat(without(in("de")).goesByLanguage()).isTrue();
        assertThat(LISTS.stream().map(Selector::goesByLanguage))
                .containsExactly(false, false, false, true, false, false);
    }

    @Test
    void followsFeedsToTheirNewNamesOnceEach() {
        var old = new FeedName("old");
        var successors = Map.of(old, NEWS);
        var named = new Selector(List.of(old, NEWS, REPORTS), List.of("a"), List.of("b"), List.of("c"), from(old));

        assertThat(named.following(successors))
                .isEqualTo(new Selector(List.of(NEWS, REPORTS), List.of("a"), List.of("b"), List.of("c"), from(NEWS)));
        assertThat(about("a").following(successors)).isEqualTo(about("a"));
    }

    private static Selector from(FeedName feed) {
        return new Selector(List.of(feed), List.of(), List.of(), List.of(), null);
    }

    private static Selector about(String... categories) {
        return new Selector(List.of(), List.of(categories), List.of(), List.of(), null);
    }

    private static Selector by(String author) {
        return new Selector(List.of(), List.of(), List.of(author), List.of(), null);
    }

    private static Selector in(String... languages) {
        return new Selector(List.of(), List.of(), List.of(), List.of(languages), null);
    }

    private static Selector without(Selector excluded) {
        return new Selector(List.of(), List.of(), List.of(), List.of(), excluded);
    }

    private static boolean takes(Selector selector, Manuscripts manuscript) {
        return selector.takes(stored(manuscript, null), DEFINITION);
    }

    private static Article stored(Manuscripts manuscript, @Nullable String language) {
        var written = manuscript.done();
        var text = written.text();
        var published = Instant.parse(manuscript.published());
        return new Article(
                new ArticleId("urn:x:a"),
                written.feed(),
                new Slug("a"),
                State.PUBLISHED,
                published,
                published,
                published,
                new ArticleText(
                        text.title(),
                        null,
                        text.authors(),
                        text.categories(),
                        text.highlights(),
                        text.body(),
                        null,
                        language,
                        null,
                        null,
                        List.of()));
    }
}
