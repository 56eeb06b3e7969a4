package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.article.Amended.corrected;
import static org.feedwright.article.Amended.withdrawn;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent.ArticleRevised;
import org.feedwright.article.Taken.SlugTaken;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the store promises of corrections and withdrawals, whichever database keeps it. */
class CorrectionsTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName REPORTS = new FeedName("reports");
    private static final Instant PUBLISHED = Instant.parse("2026-06-01T08:00:00Z");

    @Nested
    class ACorrection {
        @Test
        void thatComesWithItsArticleHasTheArticlesDate() {
            assertThat(dates(publish(corrected(article("a"), undated("Wrong.")))))
                    .containsExactly(PUBLISHED);
        }

        @Test
        void thatComesLaterIsKeptWithTheTimeAtWhichItWasSeenFirst() {
            var id = publish(article("a").done()).id();
            var seen = later();
            var corrected = revise(id, corrected(article("a"), undated("Wrong.")));

            assertThat(dates(corrected)).containsExactly(seen);
            assertThat(corrected.updated()).isEqualTo(seen);

            later();
            assertThat(dates(revise(id, corrected(article("a").saying("Else."), undated("Wrong.")))))
                    .containsExactly(seen);
            assertThat(dates(revise(id, corrected(article("a").saying("Else."), undated(" Wrong.\n")))))
                    .as("white space says nothing")
                    .containsExactly(seen);
        }

        @Test
        void thatComesWithAStatedUpdateWasMadeThen() {
            var id = publish(article("a").done()).id();
            later();

            assertThat(dates(revise(id, corrected(article("a").updated("2026-06-01T10:00:00Z"), undated("Wrong.")))))
                    .containsExactly(Instant.parse("2026-06-01T10:00:00Z"));
        }

        @Test
        void isSignificantWhenItIsNewOrSaysSomethingElse() {
            var id = publish(article("a").done()).id();
            later();
            revise(id, corrected(article("a"), undated("Wrong.")));
            later();
            revise(id, corrected(article("a"), undated("Quite wrong.")));
            later();
            revise(id, corrected(article("a"), undated("Quite  wrong.")));
            later();
            revise(id, article("a").done());

            assertThat(articleEvents())
                    .containsExactly(
                            "ArticlePublished in news",
                            "SIGNIFICANT ArticleRevised in news",
                            "SIGNIFICANT ArticleRevised in news",
                            "MINOR ArticleRevised in news",
                            "MINOR ArticleRevised in news");
        }

        @Test
        void movesTheUpdateToItsStatedDateAsAFreshStoreWould() {
            var manuscript = corrected(article("a"), dated("Wrong.", "2026-06-01T11:00:00Z"));
            var id = publish(article("a").done()).id();
            later();

            assertThat(revise(id, manuscript).updated()).isEqualTo("2026-06-01T11:00:00Z");
            assertThat(publish(corrected(article("b"), dated("Wrong.", "2026-06-01T11:00:00Z")))
                            .updated())
                    .isEqualTo("2026-06-01T11:00:00Z");
        }

        @Test
        void withADateThatReadersHavePassedMovesTheUpdateToNow() {
            var id = publish(article("a").done()).id();
            var now = later();

            assertThat(revise(id, corrected(article("a"), dated("Wrong.", "2026-05-01T00:00:00Z")))
                            .updated())
                    .isEqualTo(now);
        }

        @Test
        void thatComesWithAnotherChangeMovesTheUpdateToNow() {
            var id = publish(article("a").done()).id();
            var now = later();

            assertThat(revise(id, corrected(article("a").saying("Else."), dated("Wrong.", "2026-06-01T11:00:00Z")))
                            .updated())
                    .isEqualTo(now);
        }

        @Test
        void leavesAStatedUpdateAlone() {
            var id =
                    publish(article("a").updated("2026-06-01T09:00:00Z").done()).id();
            var now = later();

            var after = revise(id, corrected(article("a").updated("2026-06-01T09:00:00Z"), undated("Wrong.")));

            assertThat(after.updated()).isEqualTo("2026-06-01T09:00:00Z");
            assertThat(dates(after)).containsExactly(now);
        }

        @Test
        void standsBeforeOlderOnes() {
            var id = publish(corrected(
                            article("a"), dated("1", "2026-06-01T10:00:00Z"), dated("2", "2026-06-01T11:00:00Z")))
                    .id();
            assertThat(said(id)).containsExactly("2", "1");

            later();
            revise(
                    id,
                    corrected(
                            article("a"),
                            dated("1", "2026-06-01T10:00:00Z"),
                            dated("2", "2026-06-01T11:00:00Z"),
                            undated("3")));
            assertThat(said(id)).containsExactly("3", "2", "1");
        }

        private List<String> said(ArticleId id) {
            return articles.find(id).orElseThrow().text().corrections().stream()
                    .map(correction -> correction.prose().source())
                    .toList();
        }
    }

    @Nested
    class AWithdrawal {
        @Test
        void keepsItsReasonAndItsTime() {
            var id = publish(article("a").done()).id();
            var now = later();
            publishing.withdraw(id, "It was\nabout another company.");

            assertThat(articles.find(id).orElseThrow())
                    .extracting(Article::state, Article::withdrawn, Article::reason, Article::appeared)
                    .containsExactly(State.WITHDRAWN, now, "It was about another company.", PUBLISHED);
        }

        @Test
        void keepsItsReasonWhenItsFileGoesToo() {
            var id = publish(article("a").done()).id();
            publishing.withdraw(id, "Wrong.");
            var before = articles.find(id);
            later();
            publishing.withdraw(id);

            assertThat(articles.find(id)).isEqualTo(before);
        }

        @Test
        void canBeGivenAReasonLater() {
            var id = publish(article("a").done()).id();
            publishing.withdraw(id);
            var since = articles.find(id).orElseThrow().withdrawn();
            later();
            publishing.withdraw(id, "Wrong.");

            assertThat(articles.find(id).orElseThrow())
                    .extracting(Article::withdrawn, Article::reason)
                    .containsExactly(since, "Wrong.");
            assertThat(articleEvents())
                    .containsExactly(
                            "ArticlePublished in news", "ArticleWithdrawn in news", "ArticleWithdrawn in news");
        }

        @Test
        void byItsManuscriptIsTheSame() {
            var id = publish(article("a").done()).id();
            var now = later();
            var after = revise(id, withdrawn(article("a").saying("Else."), "Wrong.", null));

            assertThat(after)
                    .extracting(Article::state, Article::withdrawn, Article::reason, Article::updated)
                    .containsExactly(State.WITHDRAWN, now, "Wrong.", PUBLISHED);
            assertThat(after.text().body().source()).as("as readers met it").isEqualTo("All of it.");

            later();
            assertThat(revise(id, withdrawn(article("a"), "Wrong.", null))).isEqualTo(after);
            assertThat(revise(id, withdrawn(article("a"), "Wrong.", "2026-06-01T10:00:00Z"))
                            .withdrawn())
                    .isEqualTo("2026-06-01T10:00:00Z");
        }

        @Test
        void endsWhenItsManuscriptNoLongerSaysSo() {
            var id = publish(article("a").done()).id();
            revise(id, withdrawn(article("a"), "Wrong.", null));
            var now = later();
            var back = revise(id, article("a").saying("Else.").done());

            assertThat(back)
                    .extracting(Article::id, Article::state, Article::withdrawn, Article::reason, Article::appeared)
                    .containsExactly(id, State.PUBLISHED, null, null, PUBLISHED);
            assertThat(back.updated()).as("it says something else than before").isEqualTo(now);
            assertThat(articleEvents())
                    .containsExactly(
                            "ArticlePublished in news", "ArticleWithdrawn in news", "ArticlePublished in news");
        }

        @Test
        void leavesItsAddressButNotItsId() {
            var first = publish(article("a").done()).id();
            revise(first, withdrawn(article("a"), "Wrong.", null));
            var second = publish(article("a").done()).id();

            assertThat(second).hasToString(first + "~2");
            assertThat(articles.find(NEWS, new Slug("a"))).map(Article::id).hasValue(second);
            revise(first, withdrawn(article("a"), "Quite wrong.", null));
            assertThatThrownBy(() -> revise(first, article("a").done())).isInstanceOf(SlugTaken.class);

            publishing.withdraw(second);
            assertThat(revise(first, article("a").done()).id()).isEqualTo(first);
        }

        @Test
        void thatComesWithItsArticleTakesIdAndPlaceAndHasTheArticlesDate() {
            var article = publish(withdrawn(article("a"), "Wrong.", null));

            assertThat(article)
                    .extracting(each -> each.id().value(), Article::state, Article::withdrawn, Article::appeared)
                    .containsExactly("tag:example.org,2026-06-01:news/a", State.WITHDRAWN, PUBLISHED, PUBLISHED);
            assertThat(articleEvents()).containsExactly("ArticleWithdrawn in news");
            assertThat(publish(article("a").done()).id()).hasToString(article.id() + "~2");
        }

        @Test
        void ofWhatNobodyHasMetTakesNoPlace() {
            var draft = publish(withdrawn(article("a").asDraft(), "Wrong.", null));
            var scheduled = publish(withdrawn(article("b").published("2026-07-01T00:00:00Z"), "Wrong.", null));

            assertThat(List.of(draft, scheduled)).extracting(Article::appeared).containsOnlyNulls();
            assertThat(articleEvents()).isEmpty();
            clock.advance(Duration.ofDays(60));
            assertThat(articles.find(NEWS, new Slug("b"))).isEmpty();
        }

        @Test
        void goesWithItsArticleToAnotherFeed() {
            var id = publish(article("a").done()).id();
            revise(id, withdrawn(article("a"), "Wrong.", null));
            store.told();
            revise(id, withdrawn(article("a").in("reports"), "Wrong.", null));

            assertThat(articles.find(NEWS, new Slug("a"))).isEmpty();
            assertThat(articles.find(REPORTS, new Slug("a")))
                    .map(Article::reason)
                    .hasValue("Wrong.");
            assertThat(articleEvents()).containsExactly("ArticleWithdrawn in news", "ArticleWithdrawn in reports");
        }
    }

    @Test
    void filesAFeedsArticlesUnderItsNewNameAsTheyAre() {
        var one = publish(article("a").done());
        var two = publish(article("b").done());
        publishing.withdraw(two.id(), "Wrong.");
        store.articleStore().refile(NEWS, REPORTS);

        assertThat(articles.find(NEWS, new Slug("a"))).isEmpty();
        assertThat(articles.find(REPORTS, new Slug("a")).orElseThrow())
                .extracting(Article::id, Article::appeared, Article::text)
                .containsExactly(one.id(), one.appeared(), one.text());
        assertThat(articles.find(REPORTS, new Slug("b"))).map(Article::reason).hasValue("Wrong.");
    }

    private static Correction undated(String text) {
        return new Correction(new Prose(text, "<p>" + text + "</p>"), null);
    }

    private static Correction dated(String text, String date) {
        return new Correction(new Prose(text, "<p>" + text + "</p>"), Instant.parse(date));
    }

    private static List<Instant> dates(Article article) {
        return article.text().corrections().stream()
                .map(Correction::date)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** An hour and a half second later; returns the full second before. */
    private Instant later() {
        clock.advance(Duration.ofMillis(3_600_500));
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    private Article publish(Manuscript manuscript) {
        return publishing.publish(manuscript);
    }

    private Article revise(ArticleId id, Manuscript manuscript) {
        return publishing.revise(id, manuscript);
    }

    private List<String> articleEvents() {
        return store.told().stream()
                .filter(ArticleEvent.class::isInstance)
                .map(ArticleEvent.class::cast)
                .map(event -> (event instanceof ArticleRevised revised ? revised.revision() + " " : "")
                        + event.getClass().getSimpleName() + " in " + event.feed())
                .toList();
    }
}
