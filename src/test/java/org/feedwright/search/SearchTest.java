package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Definitions.withWindow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Correction;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Feed;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.testing.Seeded;
import org.feedwright.testing.Store;
import org.feedwright.testing.StoreContract;
import org.feedwright.timeline.ArchivePosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What searching promises, whichever database keeps the articles. */
class SearchTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName REPORTS = new FeedName("reports");

    /** The random queries of each database; {@code -Dqueries=…} asks more. */
    private static final int QUERIES = Integer.getInteger("queries", 250);

    private int published;

    @BeforeEach
    void openTwoFeeds() {
        for (var feed : List.of(NEWS, REPORTS)) {
            lifecycle.define(feed, titled(feed.value()));
            lifecycle.open(feed);
        }
        lifecycle.openAll();
    }

    @Nested
    class AnArticle {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rare",
                    "Rare EARTHS",
                    "neodymium",
                    "\"heavy rare earths\"",
                    "prices",
                    "ÉNERGIE",
                    "energie",
                    "Müller",
                    "muller",
                    "C++",
                    "東京",
                    "東京都",
                    "京",
                    "都",
                    "ガス",
                    "AI技術",
                    "soLAr",
                    "state-of-the-art",
                    "rare OR missing",
                    "missing OR other OR rare",
                    "rare -missing",
                    "rare -\"earths heavy\"",
                    "2026"
                })
        void isFoundBy(String q) {
            publish(
                    "Heavy rare earths: énergie",
                    "<p>Neo<em>dymium</em> in 東京都, ガスと AI技術</p><p>State of the art so<b>lar</b></p>",
                    List.of("C++"),
                    List.of("Ann Müller"),
                    List.of("Prices in 2026"));

            assertThat(find(NEWS, q)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "missing",
                    "rar",
                    "rare missing",
                    "\"rare heavy\"",
                    "\"energie neodymium\"",
                    "京東",
                    "東都",
                    "rare -neodymium",
                    "rare -\"rare earths\"",
                    "state-of-art",
                    "artstate",
                    "x OR y"
                })
        void isNotFoundBy(String q) {
            publish(
                    "Heavy rare earths: énergie",
                    "<p>Neo<em>dymium</em> in 東京都, ガスと AI技術</p><p>State of the art so<b>lar</b></p>",
                    List.of("C++"),
                    List.of("Ann Müller"),
                    List.of("Prices in 2026"));

            assertThat(find(NEWS, q)).isEmpty();
        }

        @Test
        void isFoundByWhatItSaysNow() {
            var article = publish("Copper", "<p>One</p>");
            publishing.revise(article.id(), manuscript(article, "Zinc", "<p>Two</p>"));

            assertThat(find(NEWS, "copper OR one")).isEmpty();
            assertThat(find(NEWS, "zinc two")).containsExactly("Zinc");
        }

        @Test
        void isFoundByItsCorrection() {
            var copper = publish("Copper", "");
            var plain = manuscript(copper, "Copper", "");
            var text = plain.text();
            var corrected = new ArticleText(
                    text.title(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    text.body(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(new Correction(new Prose("x", "<p>Not a <b>thousand</b> tons</p>"), null)),
                    List.of(),
                    null,
                    null,
                    null,
                    List.of());
            publishing.revise(
                    copper.id(),
                    new Manuscript(
                            plain.feed(),
                            plain.slug(),
                            null,
                            "example.org",
                            plain.published(),
                            null,
                            false,
                            corrected,
                            null,
                            null));

            assertThat(find(NEWS, "\"thousand tons\"")).containsExactly("Copper");
        }

        @Test
        void isFoundNoMoreWhenItIsWithdrawn() {
            var article = publish("Copper", "");
            publishing.withdraw(article.id());
            assertThat(find(NEWS, "copper")).isEmpty();
            assertThat(ask(NEWS, List.of(), List.of(), null, "10")).isEmpty();

            publishing.revise(article.id(), manuscript(article, "Copper again", ""));
            assertThat(find(NEWS, "copper")).containsExactly("Copper again");
        }

        @Test
        void isNotFoundWhileItIsADraft() {
            var draft = manuscript(NEWS, "Copper", "", Store.START, true);
            var article = publishing.publish(draft);
            assertThat(find(NEWS, "copper")).isEmpty();

            publishing.revise(article.id(), manuscript(article, "Copper", ""));
            assertThat(find(NEWS, "copper")).containsExactly("Copper");

            publishing.revise(article.id(), draft);
            assertThat(find(NEWS, "copper")).isEmpty();
        }

        @Test
        void isFoundFromItsTimeOnWithNothingElseHappening() {
            publishing.publish(manuscript(NEWS, "Copper", "", Store.START.plusSeconds(60), false));
            assertThat(find(NEWS, "copper")).isEmpty();
            assertThat(select(NEWS, "copper").next()).isEqualTo(Store.START.plusSeconds(60));

            clock.advance(Duration.ofSeconds(60));
            assertThat(find(NEWS, "copper")).containsExactly("Copper");
        }

        @Test
        void isFoundInEveryFeedThatShowsItAndInNoOther() {
            publish("Copper", "");

            assertThat(find(Feed.ALL, "copper")).containsExactly("Copper");
            assertThat(find(REPORTS, "copper")).isEmpty();

            lifecycle.retire(NEWS);
            assertThat(find(Feed.ALL, "copper")).isEmpty();
        }

        @Test
        void isFoundByTheBeginningOfAVeryLongText() {
            publish("Long", "<p>" + "first ".repeat(20_000) + "last</p>");
            publish("Varied", "<p>" + numbers(200_000) + "</p>");

            assertThat(find(NEWS, "long \"first first\"")).containsExactly("Long");
            assertThat(find(NEWS, "last")).isEmpty();
            assertThat(find(NEWS, "\"n1 n2\"")).containsExactly("Varied");
            assertThat(find(NEWS, "n199999")).isEmpty();
        }

        private static String numbers(int count) {
            return IntStream.range(0, count)
                    .mapToObj(n -> "n" + n)
                    .reduce(new StringBuilder(), (all, one) -> all.append(one).append(' '), StringBuilder::append)
                    .toString();
        }
    }

    @Nested
    class ATransaction {
        @Test
        void thatIsUndoneLeavesNothingToBeFound() {
            store.transactions().writeOrUndo(status -> {
                status.setRollbackOnly();
                return publish("Copper", "");
            });

            assertThat(find(NEWS, "copper")).isEmpty();
            assertThat(indexed()).isZero();
        }

        @Test
        void thatIsUndoneInPartLeavesNothingOfThatToBeFound() {
            store.transact(() -> {
                var copper = publish("Copper", "");
                store.transactions().writeOrUndo(status -> {
                    status.setRollbackOnly();
                    publish("Zinc", "");
                    return publishing.revise(copper.id(), manuscript(copper, "Gold", ""));
                });
                publish("Silver", "");
            });

            assertThat(find(NEWS, "copper OR zinc OR gold OR silver")).containsExactly("Silver", "Copper");
            assertThat(indexed()).isEqualTo(2);
        }

        private int indexed() {
            return store.jdbc()
                    .sql("select count(*) from searchable where article in (select id from article)")
                    .query(Integer.class)
                    .single();
        }
    }

    @Nested
    class CategoriesAndAuthors {
        @BeforeEach
        void publishSome() {
            publish("One", "<p>Copper</p>", List.of("C#", "Energy policy"), List.of("Ann Müller"), List.of());
            publish("Two", "<p>Copper</p>", List.of("a/b", "..", "日本語"), List.of("Bob"), List.of());
            publish("Three", "<p>Zinc</p>", List.of("😀", "C"), List.of(), List.of());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "C# | One",
                    "c~23~ | One",
                    "energy-POLICY | One",
                    "a/b | Two",
                    ".. | Two",
                    "日本語 | Two",
                    "😀 | Three",
                    "C | Three",
                    "Energy | ''",
                })
        void areNamedInAnySpelling(String category, String title) {
            assertThat(ask(NEWS, List.of(category), List.of(), null, null))
                    .isEqualTo(title.isEmpty() ? List.of() : List.of(title));
        }

        @Test
        void areAnyOfOneKindAndAllKindsTogether() {
            assertThat(ask(NEWS, List.of("C#", "C"), List.of(), null, null)).containsExactly("Three", "One");
            assertThat(ask(NEWS, List.of("C#", "a/b"), List.of("bob"), null, null))
                    .containsExactly("Two");
            assertThat(ask(NEWS, List.of("C#", "a/b"), List.of(), "copper -bob", null))
                    .containsExactly("One");
            assertThat(ask(NEWS, List.of("C#"), List.of("Bob"), null, null)).isEmpty();
        }

        @Test
        void areTheFeedsAuthorWhereAnArticleNamesNobody() {
            assertThat(ask(NEWS, List.of(), List.of("ann author"), null, null)).containsExactly("Three");
        }

        @Test
        void areNoWords() {
            assertThat(find(NEWS, "categories")).isEmpty();
            assertThat(find(NEWS, "categories:c")).isEmpty();
            assertThat(find(NEWS, "policy")).containsExactly("One");
        }

        @Test
        void areSearchedInToo() {
            var query = Query.parse(List.of(), List.of(), "copper", null);
            var logicalFeed = LogicalFeed.of(NEWS, new Category("C#"));

            assertThat(titles(store.search()
                            .select(feed(NEWS), logicalFeed, query)
                            .orElseThrow()))
                    .containsExactly("One");
            assertThat(store.search().select(feed(NEWS), LogicalFeed.of(NEWS, new Category("none")), query))
                    .isEmpty();
        }
    }

    @Nested
    class ASelection {
        @Test
        void hasTheNewestAndNoMoreThanAskedFor() {
            IntStream.rangeClosed(1, 30).forEach(n -> publish("Copper " + n, ""));

            assertThat(ask(NEWS, List.of(), List.of(), "copper", "3"))
                    .containsExactly("Copper 30", "Copper 29", "Copper 28");
            assertThat(ask(NEWS, List.of(), List.of(), null, "2")).containsExactly("Copper 30", "Copper 29");
            assertThat(ask(NEWS, List.of(), List.of(), "copper", null)).hasSize(20);
        }

        @Test
        void isToldFromTheFeedAndFromOthers() {
            publish("Copper", "", List.of("Energy policy"), List.of(), List.of());
            var whole = selections.select(feed(NEWS));
            var asked = store.search()
                    .select(
                            feed(NEWS),
                            LogicalFeed.of(NEWS),
                            Query.parse(List.of("energy Policy"), List.of(), " Copper  ", "9"))
                    .orElseThrow();

            assertThat(asked.title()).isEqualTo("news: Energy policy, Copper");
            assertThat(asked.id()).startsWith("urn:uuid:").isNotEqualTo(whole.id());
            assertThat(asked.self("atom")).isEqualTo(whole.self("atom") + "?category=energy-policy&q=Copper&limit=9");
            assertThat(asked.history()).isEqualTo(ArchivePosition.current(0));
            assertThat(asked.id()).isNotEqualTo(select(NEWS, "copper").id());
        }

        @Test
        void hasAHundredArticlesAtMostHoweverManyItsFeedShows() {
            lifecycle.define(NEWS, withWindow(150));
            store.transact(() -> IntStream.rangeClosed(1, 101).forEach(i -> publish("Copper " + i, "")));

            assertThat(titles(select(NEWS, "copper"))).hasSize(100).startsWith("Copper 101");
            assertThat(ask(NEWS, List.of(), List.of(), null, "100")).hasSize(100);
        }

        @Test
        void isModifiedWhenAnArticleLeavesIt() {
            var copper = publish("Copper", "");
            publish("Zinc", "");
            clock.advance(Duration.ofHours(1));
            var before = select(NEWS, "copper OR zinc");
            clock.advance(Duration.ofHours(1));
            publishing.revise(copper.id(), manuscript(copper, "Gold", ""));
            var after = select(NEWS, "copper OR zinc");

            assertThat(titles(after)).containsExactly("Zinc");
            assertThat(after.modified()).isAfter(before.modified());
            assertThat(after.next()).isNull();
        }

        @Test
        void tellsTwoStatesOfOneSecondApartFromThoseOfTheNext() {
            var copper = publish("Copper", "");
            clock.advance(Duration.ofHours(1));
            publishing.revise(copper.id(), manuscript(copper, "Copper again", ""));
            var second = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            assertThat(select(NEWS, "copper").modified())
                    .as("the full second by which all has changed")
                    .isEqualTo(second);
            clock.advance(Duration.ofMillis(200));

            publishing.revise(copper.id(), manuscript(copper, "Copper once more", ""));

            assertThat(select(NEWS, "copper").modified()).isEqualTo(second);
        }

        @ParameterizedTest
        @CsvSource({"1, 3", "2, 3", "3, 2"})
        void leavesOutWhatMakesItTooLargeButNeverAll(int large, int shown) {
            // The newest are the large ones. Three of them are larger than a document of a search may be.
            for (int i = 0; i < 3; i++) {
                publish("Copper " + i, "<p>" + (i >= 3 - large ? "x".repeat(1_500_000) : "x") + "</p>");
            }

            assertThat(find(NEWS, "copper")).hasSize(shown).first().isEqualTo("Copper 2");
        }

        @Test
        void showsAnArticleThatIsTooLargeByItself() {
            publish("Copper 0", "<p>x</p>");
            publish("Copper 1", "<p>" + "x".repeat(4_100_000) + "</p>");

            assertThat(find(NEWS, "copper")).containsExactly("Copper 1");
        }

        @Test
        void isFoundAmongMoreMatchesThanAreSorted() {
            store.transact(() ->
                    IntStream.rangeClosed(1, 2_100).forEach(n -> publish("Copper " + n, n % 700 == 0 ? "rare" : "")));

            assertThat(ask(NEWS, List.of(), List.of(), "copper", "2")).containsExactly("Copper 2100", "Copper 2099");
            assertThat(ask(NEWS, List.of(), List.of(), "copper rare", null))
                    .containsExactly("Copper 2100", "Copper 1400", "Copper 700");
            assertThat(ask(NEWS, List.of(), List.of(), "copper -rare", "1")).containsExactly("Copper 2099");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEAR(copper, 2)",
                "copper*",
                "^copper",
                "title:copper",
                "terms : copper",
                "{terms} : copper",
                "- copper",
                "+copper",
                "copper AND zinc",
                "copper NOT zinc",
                "' or 1=1 --",
                "copper'",
                "copper\\",
                "copper:*",
                "copper & !zinc",
                "copper <-> zinc",
                "copper | zinc",
                "(copper",
                "copper)",
                "!copper",
                "\u0000copper\u0000",
                "😀copper",
                "%copper%",
                "_copper",
                "co\u0301pper",
                "\ud800copper",
                "copper\ufffe",
                "categories:c",
                "~ copper",
                "x'; drop table search; --",
                "?",
                ":q",
                "$1",
                "copper ??",
                "{fn now()}"
            })
    void noSignIsSpokenInTheDatabasesLanguage(String q) {
        publish("Copper", "<p>zinc or 1 1 near 2 and not title terms</p>");
        List<String> found;
        try {
            found = find(NEWS, q);
        } catch (QueryRefused e) {
            found = List.of(e.reason());
        }
        assertThat(found).hasSizeLessThanOrEqualTo(1);
        assertThat(find(NEWS, "copper zinc")).containsExactly("Copper");
    }

    /** Each database is compared with the same matcher, and so with each other. */
    @ExtendWith(Seeded.class)
    @Test
    void findsWhatReadingEverythingFinds(RandomGenerator generator) {
        var random = new RandomTexts(generator);
        var all = new ArrayList<RandomTexts.Text>();
        store.transact(() -> {
            for (int i = 0; i < 150; i++) {
                var text = random.text(i);
                all.add(text);
                publish(
                        text.title(),
                        text.html(),
                        List.of(text.category()),
                        List.of(text.author()),
                        List.of(text.highlight()));
            }
        });
        for (int i = 0; i < QUERIES; i++) {
            var wanted = random.query();
            var expected = all.reversed().stream()
                    .filter(wanted::matches)
                    .limit(wanted.limit())
                    .map(RandomTexts.Text::title)
                    .toList();

            assertThat(ask(NEWS, wanted.categories(), wanted.authors(), wanted.q(), String.valueOf(wanted.limit())))
                    .as(wanted.toString())
                    .isEqualTo(expected);
        }
    }

    private List<String> find(FeedName feed, String q) {
        return titles(select(feed, q));
    }

    private Selection select(FeedName feed, String q) {
        return store.search()
                .select(feed(feed), LogicalFeed.of(feed), Query.parse(List.of(), List.of(), q, null))
                .orElseThrow();
    }

    private List<String> ask(
            FeedName feed, List<String> categories, List<String> authors, @Nullable String q, @Nullable String limit) {
        return titles(store.search()
                .select(feed(feed), LogicalFeed.of(feed), Query.parse(categories, authors, q, limit))
                .orElseThrow());
    }

    private Feed feed(FeedName name) {
        return feeds.find(name).orElseThrow();
    }

    private static List<String> titles(Selection selection) {
        return selection.entries().stream().map(Entry::title).toList();
    }

    private Article publish(String title, String html) {
        return publish(title, html, List.of(), List.of(), List.of());
    }

    private Article publish(
            String title, String html, List<String> categories, List<String> authors, List<String> highlights) {
        var published = Store.START.minus(Duration.ofDays(30)).plusSeconds(++this.published);
        return publishing.publish(
                manuscript(NEWS, "a" + this.published, title, html, published, false, categories, authors, highlights));
    }

    private static Manuscript manuscript(Article article, String title, String html) {
        return manuscript(
                article.feed(),
                article.slug().value(),
                title,
                html,
                article.published(),
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private static Manuscript manuscript(FeedName feed, String title, String html, Instant published, boolean draft) {
        return manuscript(feed, "slug", title, html, published, draft, List.of(), List.of(), List.of());
    }

    private static Manuscript manuscript(
            FeedName feed,
            String slug,
            String title,
            String html,
            Instant published,
            boolean draft,
            List<String> categories,
            List<String> authors,
            List<String> highlights) {
        return new Manuscript(
                feed,
                new Slug(slug),
                null,
                "example.org",
                published.atOffset(ZoneOffset.UTC),
                null,
                draft,
                new ArticleText(
                        title,
                        null,
                        authors.stream().map(Person::named).toList(),
                        categories.stream().map(Category::new).toList(),
                        highlights.stream().map(Highlight::new).toList(),
                        new Prose(html, html),
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                null,
                null);
    }
}
