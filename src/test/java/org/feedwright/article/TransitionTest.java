package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleEvent.ArticleRevised;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.ArticleEvent.ArticleWithdrawn;
import org.feedwright.testing.Manuscripts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of dates, places and events, to the millisecond. */
class TransitionTest {
    private static final ArticleId ID = new ArticleId("urn:x:a");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.250Z");
    private static final Instant PUBLISHED = Instant.parse("2026-06-01T08:00:00Z");

    @Nested
    class AnArticle {
        @Test
        void isSeenFromItsInstantOn() {
            var article = stored("news", State.PUBLISHED, NOW);

            assertThat(article.isVisible(NOW)).isTrue();
            assertThat(article.hasBeenSeen(NOW)).isTrue();
            assertThat(article.isScheduled(NOW)).isFalse();
            assertThat(article.isVisible(NOW.minusMillis(1))).isFalse();
            assertThat(article.hasBeenSeen(NOW.minusMillis(1))).isFalse();
            assertThat(article.isScheduled(NOW.minusMillis(1))).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"DRAFT", "WITHDRAWN"})
        void thatIsNotPublishedWasSeenOnly(State state) {
            var article = stored("news", state, NOW);

            assertThat(article.isVisible(NOW)).isFalse();
            assertThat(article.hasBeenSeen(NOW)).isTrue();
            assertThat(article.isScheduled(NOW.minusMillis(1))).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"DRAFT", "PUBLISHED", "WITHDRAWN"})
        void withoutAnAppearanceIsNeitherSeenNorScheduled(State state) {
            var article = stored("news", state, null);

            assertThat(article.isVisible(NOW)).isFalse();
            assertThat(article.hasBeenSeen(NOW)).isFalse();
            assertThat(article.isScheduled(NOW)).isFalse();
        }
    }

    @Nested
    class APlace {
        @Test
        void isTheDateOfPublicationAboveTheHorizon() {
            var horizon = new Horizon(PUBLISHED.minusMillis(1));

            assertThat(first(article("a"), horizon).appeared()).isEqualTo(PUBLISHED);
        }

        @Test
        void isOnTopAtTheHorizonAndBelow() {
            assertThat(first(article("a"), new Horizon(PUBLISHED)).appeared()).isEqualTo(NOW);
            assertThat(first(article("a"), new Horizon(PUBLISHED.plusMillis(1))).appeared())
                    .isEqualTo(NOW);
        }

        @Test
        void isJustAboveAHorizonThatLiesAhead() {
            var justPassed = NOW.minusMillis(1);
            assertThat(new Horizon(justPassed).top(NOW)).isEqualTo(NOW);
            assertThat(new Horizon(NOW).top(NOW)).isEqualTo(NOW.plusMillis(1));
            assertThat(new Horizon(NOW.plusSeconds(9)).top(NOW)).isEqualTo(NOW.plusMillis(9_001));
        }

        @Test
        void staysWhereReadersMetItInItsFeed() {
            var before = first(article("a"), Horizon.NONE);
            var passed = new Horizon(NOW.minusMillis(1));

            assertThat(next(before, article("a").published("2026-06-01T11:00:00Z"), passed)
                            .appeared())
                    .isEqualTo(PUBLISHED);
            assertThat(next(before, article("a").published("2026-06-01T12:00:00.250Z"), passed)
                            .appeared())
                    .isEqualTo(PUBLISHED);
            assertThat(next(before, article("a").asDraft(), passed).appeared()).isEqualTo(PUBLISHED);
        }

        @Test
        void isLeftForADateThatLiesAhead() {
            var before = first(article("a"), Horizon.NONE);

            assertThat(next(before, article("a").published("2026-06-01T12:00:00.251Z"), Horizon.NONE)
                            .appeared())
                    .isEqualTo("2026-06-01T12:00:00.251Z");
        }

        @Test
        void isNewInAnotherFeed() {
            var before = first(article("a").published("2026-06-01T07:00:00Z"), Horizon.NONE);

            assertThat(next(before, article("a").in("reports"), Horizon.NONE).appeared())
                    .isEqualTo(PUBLISHED);
            assertThat(next(before, article("a").in("reports"), new Horizon(PUBLISHED))
                            .appeared())
                    .isEqualTo(NOW);
        }

        @Test
        void isGivenAnewToWhatNobodyHasMet() {
            var draft = first(article("a").asDraft(), Horizon.NONE);
            var scheduled = first(article("a").published("2026-06-01T12:00:00.251Z"), Horizon.NONE);
            assertThat(draft.appeared()).isNull();
            assertThat(scheduled.appeared()).isEqualTo("2026-06-01T12:00:00.251Z");

            for (var before : List.of(draft, scheduled)) {
                assertThat(next(before, article("a"), Horizon.NONE).appeared()).isEqualTo(PUBLISHED);
                assertThat(next(before, article("a"), new Horizon(PUBLISHED)).appeared())
                        .isEqualTo(NOW);
                assertThat(next(before, article("a").asDraft(), Horizon.NONE).appeared())
                        .isNull();
            }
        }
    }

    @Nested
    class AWithdrawal {
        @Test
        void thatComesWithItsArticleIsDatedToTheSecond() {
            var manuscript = article("a").published("2026-06-01T08:00:00.999Z");

            assertThat(first(withdrawn(manuscript, null)).withdrawn()).isEqualTo(PUBLISHED);
            assertThat(first(withdrawn(manuscript, "2026-06-01T10:00:00Z")).withdrawn())
                    .isEqualTo("2026-06-01T10:00:00Z");
        }

        @Test
        void takesThePlaceOfWhatReadersCouldHaveMet() {
            assertThat(first(withdrawn(article("a").published("2026-06-01T12:00:00.250Z"), null))
                            .appeared())
                    .isEqualTo(NOW);
            assertThat(first(withdrawn(article("a").published("2026-06-01T12:00:00.251Z"), null))
                            .appeared())
                    .isNull();
            assertThat(first(withdrawn(article("a").asDraft(), null)).appeared())
                    .isNull();
        }

        @Test
        void ofWhatNobodyHasMetLeavesNoPlaceEmpty() {
            var scheduled = first(article("a").published("2026-06-01T12:00:00.251Z"), Horizon.NONE);
            assertThat(Transition.withdrawn(scheduled, null, NOW).appeared()).isNull();
            assertThat(Transition.withdrawn(scheduled, null, NOW.plusMillis(1)).appeared())
                    .isEqualTo("2026-06-01T12:00:00.251Z");
        }

        @Test
        void keepsEverythingElse() {
            var before = first(article("a").withId("Buzzsprout-1"), Horizon.NONE);
            var after = Transition.withdrawn(before, "Wrong.", NOW);

            assertThat(after)
                    .isEqualTo(new Article(
                            before.id(),
                            before.feed(),
                            before.slug(),
                            State.WITHDRAWN,
                            before.published(),
                            before.updated(),
                            before.appeared(),
                            before.text(),
                            Instant.parse("2026-06-01T12:00:00Z"),
                            "Wrong.",
                            "Buzzsprout-1"));
            assertThat(Transition.withdrawn(after, null, NOW.plusSeconds(9)).withdrawn())
                    .as("since the first time")
                    .isEqualTo("2026-06-01T12:00:00Z");
        }
    }

    @Nested
    class ARevision {
        @Test
        void isMadeByTheWordsOfTitleHighlightsAndBody() {
            assertThat(revision(article("a"), article("a"))).isEqualTo(Revision.NONE);
            assertThat(revision(article("a"), article("a").saying("\u3000All\u0085of\u2003it.")))
                    .isEqualTo(Revision.MINOR);
            assertThat(revision(article("a"), article("a").about("C#"))).isEqualTo(Revision.MINOR);
            for (var significant : List.of(
                    article("a").titled("Else"),
                    article("a").highlighting(),
                    article("a").saying("Else."))) {
                assertThat(revision(article("a"), significant)).isEqualTo(Revision.SIGNIFICANT);
            }
        }

        @Test
        void isSignificantWhereWordsGoFromOnePartToAnother() {
            assertThat(revision(
                            article("a").highlighting("One point"), article("a").highlighting("One", "point")))
                    .isEqualTo(Revision.SIGNIFICANT);
            assertThat(revision(
                            article("a").titled("One").highlighting().saying("two"),
                            article("a").titled("One two").highlighting().saying("")))
                    .isEqualTo(Revision.SIGNIFICANT);
        }

        @Test
        void isWhatTheAuthorSaysWhereTheDateMoves() {
            var before = first(article("a"), Horizon.NONE);

            assertThat(Revision.between(before, before)).isEqualTo(Revision.NONE);
            assertThat(Revision.between(before, next(before, article("b"), Horizon.NONE)))
                    .as("another title")
                    .isEqualTo(Revision.SIGNIFICANT);
            assertThat(Revision.between(before, next(before, article("a").at("b"), Horizon.NONE)))
                    .isEqualTo(Revision.MINOR);
            assertThat(Revision.between(
                            before, next(before, article("a").updated("2026-06-01T09:00:00Z"), Horizon.NONE)))
                    .isEqualTo(Revision.SIGNIFICANT);
        }

        private static Revision revision(Manuscripts before, Manuscripts after) {
            return Revision.between(before.done().text(), after.done().text());
        }
    }

    @Nested
    class ACorrectionWithoutADate {
        @Test
        void hasTheArticlesDateWhileNobodyHasSeenTheArticle() {
            var draft = first(article("a").asDraft(), Horizon.NONE);

            assertThat(dates(first(corrected(article("a"))))).containsExactly(PUBLISHED);
            assertThat(dates(first(corrected(article("a").updated("2026-06-01T10:00:00Z")))))
                    .containsExactly(Instant.parse("2026-06-01T10:00:00Z"));
            assertThat(dates(Transition.next(draft, corrected(article("a")), Horizon.NONE, NOW)))
                    .containsExactly(PUBLISHED);
        }

        @Test
        void hasTheDateOfTodayAfterwards() {
            var before = first(article("a"), Horizon.NONE);
            var after = Transition.next(before, corrected(article("a")), Horizon.NONE, NOW);

            assertThat(dates(after)).containsExactly(Instant.parse("2026-06-01T12:00:00Z"));
            assertThat(dates(Transition.next(after, corrected(article("a")), Horizon.NONE, NOW.plusSeconds(60))))
                    .isEqualTo(dates(after));
        }

        private static Manuscript corrected(Manuscripts manuscripts) {
            var correction = new Correction(new Prose("Wrong.", "<p>Wrong.</p>"), null);
            return Amended.corrected(manuscripts, correction);
        }

        private static List<Instant> dates(Article article) {
            return article.text().corrections().stream().map(Correction::date).toList();
        }
    }

    /** {@code drawn} is a draft that readers saw, {@code unmet} an article that was withdrawn before they could. */
    @Nested
    class Events {
        @ParameterizedTest(name = "{0} → {1}: {2}")
        @CsvSource({
            "none, draft, ''",
            "none, scheduled, news scheduled",
            "none, visible, news published",
            "none, withdrawn, news withdrawn",
            "none, unmet, ''",
            "draft, draft, ''",
            "draft, scheduled, news scheduled",
            "draft, visible, news published",
            "draft, unmet, ''",
            "drawn, drawn, ''",
            "drawn, scheduled, news scheduled",
            "drawn, visible, news published again",
            "drawn, withdrawn, news withdrawn",
            "scheduled, draft, news scheduled",
            "scheduled, scheduled, news scheduled",
            "scheduled, visible, news published",
            "scheduled, unmet, news scheduled",
            "visible, drawn, news withdrawn",
            "visible, scheduled, news withdrawn",
            "visible, visible, news revised",
            "visible, withdrawn, news withdrawn",
            "withdrawn, drawn, ''",
            "withdrawn, scheduled, news scheduled",
            "withdrawn, visible, news published again",
            "withdrawn, withdrawn, news withdrawn",
            "unmet, draft, ''",
            "unmet, scheduled, news scheduled",
            "unmet, visible, news published",
            "unmet, unmet, ''",
        })
        void tellWhatReadersOfTheFeedSee(String before, String after, String told) {
            assertThat(told(before, after, "news")).isEqualTo(told);
        }

        @ParameterizedTest(name = "{0} → {1}: {2}")
        @CsvSource({
            "draft, draft, ''",
            "draft, scheduled, reports scheduled",
            "draft, visible, reports published",
            "drawn, drawn, ''",
            "drawn, visible, reports published again",
            "scheduled, draft, news scheduled",
            "scheduled, scheduled, 'news scheduled, reports scheduled'",
            "scheduled, visible, 'news scheduled, reports published'",
            "scheduled, unmet, news scheduled",
            "visible, drawn, news withdrawn",
            "visible, scheduled, 'news withdrawn, reports scheduled'",
            "visible, visible, 'news withdrawn, reports published again'",
            "visible, withdrawn, 'news withdrawn, reports withdrawn'",
            "withdrawn, drawn, news withdrawn",
            "withdrawn, scheduled, 'news withdrawn, reports scheduled'",
            "withdrawn, visible, 'news withdrawn, reports published again'",
            "withdrawn, withdrawn, 'news withdrawn, reports withdrawn'",
            "unmet, visible, reports published",
            "unmet, unmet, ''",
        })
        void tellBothFeedsOfAMove(String before, String after, String told) {
            assertThat(told(before, after, "reports")).isEqualTo(told);
        }

        private static String told(String before, String after, String feed) {
            var became = in(feed, after);
            return Transition.events(before.equals("none") ? null : in("news", before), became, NOW).stream()
                    .peek(event -> assertThat(event.article()).isSameAs(became))
                    .map(Events::described)
                    .collect(Collectors.joining(", "));
        }

        private static Article in(String feed, String state) {
            return switch (state) {
                case "draft" -> stored(feed, State.DRAFT, null);
                case "drawn" -> stored(feed, State.DRAFT, NOW);
                case "scheduled" -> stored(feed, State.PUBLISHED, NOW.plusMillis(1));
                case "visible" -> stored(feed, State.PUBLISHED, NOW);
                case "withdrawn" -> stored(feed, State.WITHDRAWN, NOW);
                case "unmet" -> stored(feed, State.WITHDRAWN, null);
                default -> throw new IllegalArgumentException(state);
            };
        }

        private static String described(ArticleEvent event) {
            return event.feed()
                    + switch (event) {
                        case ArticlePublished published -> published.again() ? " published again" : " published";
                        case ArticleRevised _ -> " revised";
                        case ArticleWithdrawn _ -> " withdrawn";
                        case ArticleScheduled _ -> " scheduled";
                    };
        }
    }

    private static Article stored(String feed, State state, @Nullable Instant appeared) {
        return new Article(
                ID,
                new FeedName(feed),
                new Slug("a"),
                state,
                PUBLISHED,
                PUBLISHED,
                appeared,
                article("a").done().text());
    }

    private static Article first(Manuscripts manuscript, Horizon horizon) {
        return Transition.first(ID, manuscript.done(), horizon, NOW);
    }

    private static Article first(Manuscript manuscript) {
        return Transition.first(ID, manuscript, Horizon.NONE, NOW);
    }

    private static Article next(Article before, Manuscripts manuscript, Horizon horizon) {
        return Transition.next(before, manuscript.done(), horizon, NOW);
    }

    private static Manuscript withdrawn(Manuscripts manuscripts, @Nullable String date) {
        return Amended.withdrawn(manuscripts, "Wrong.", date);
    }
}
