package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.util.Optional;
import org.feedwright.article.Article.State;
import org.feedwright.article.Taken.IdTaken;
import org.feedwright.article.Taken.SlugTaken;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What identifies an article for ever and where it is found, whichever database keeps it. */
class AddressesTest extends NewsContract {
    @Nested
    class Identity {
        @Test
        void isMintedOfAuthorityDateFeedAndSlug() {
            assertThat(publish(article("ganzhou")).id()).hasToString("tag:example.org,2026-06-01:news/ganzhou");
        }

        @Test
        void isTheDateThatTheAuthorWroteNotThatOfTheServer() {
            var late = article("a").published("2026-05-31T23:30:00-07:00");
            assertThat(publish(late).id()).hasToString("tag:example.org,2026-05-31:news/a");
        }

        @Test
        void staysThroughRenamesTitlesDatesAndMoves() {
            var id = publish(article("a")).id();

            revise(id, article("a").at("b"));
            revise(id, article("b").titled("Another title"));
            revise(id, article("b").published("2026-05-01T00:00:00Z"));
            revise(id, article("b").in("reports"));

            assertThat(articles.find(id)).map(Article::feed).hasValue(new FeedName("reports"));
            assertThat(articles.find(NEWS, new Slug("a"))).isEmpty();
        }

        @Test
        void ofARenamedArticleIsNotGivenToItsSuccessorAtTheOldAddress() {
            var renamed = publish(article("a")).id();
            revise(renamed, article("b"));

            assertThat(publish(article("a")).id()).hasToString(renamed + "~2");
        }

        @Test
        void ofAWithdrawnArticleIsNeverGivenAgain() {
            var first = publish(article("a")).id();
            publishing.withdraw(first);
            var second = publish(article("a")).id();
            publishing.withdraw(second);

            assertThat(second).hasToString(first + "~2");
            assertThat(publish(article("a")).id()).hasToString(first + "~3");
        }

        @Test
        void ofADraftThatNobodySawIsNotGivenAgainEither() {
            var draft = publish(article("a").asDraft()).id();
            publishing.withdraw(draft);

            assertThat(publish(article("a")).id()).hasToString(draft + "~2");
        }

        @Test
        void thatIsStatedIsBelieved() {
            assertThat(publish(article("a").withId("https://old.example/?p=7")).id())
                    .hasToString("https://old.example/?p=7");
        }

        @Test
        void thatIsStatedOfALiveArticleIsRefused() {
            publish(article("a").withId("urn:x:1"));

            assertThatThrownBy(() -> publish(article("b").in("reports").withId("urn:x:1")))
                    .isInstanceOfSatisfying(
                            IdTaken.class,
                            taken -> assertThat(taken.holder().slug()).hasToString("a"))
                    .hasMessageContaining("news/a");
        }

        @Test
        void thatIsStatedOfAWithdrawnArticleBringsItBackToItsPlace() {
            var first = publish(article("a").withId("urn:x:1"));
            publish(article("b").published("2026-06-01T09:00:00Z"));
            publishing.withdraw(first.id());
            clock.advance(Duration.ofDays(1));

            assertThat(publish(article("a").withId("urn:x:1"))).isEqualTo(first);
            assertThat(slugs()).containsExactly("b", "a");
        }

        @Test
        void isDistinctForArticlesOfTheSameDate() {
            assertThat(publish(article("a")).id())
                    .isNotEqualTo(publish(article("b")).id());
        }
    }

    @Nested
    class Address {
        @Test
        void isRefusedWhileALiveArticleHasIt() {
            publish(article("a"));
            var other = publish(article("b")).id();

            assertThatThrownBy(() -> publish(article("a").published("2025-01-01T00:00:00Z")))
                    .isInstanceOf(SlugTaken.class);
            assertThatThrownBy(() -> revise(other, article("a"))).isInstanceOf(SlugTaken.class);
            assertThat(slugs()).containsExactly("a", "b");
        }

        @Test
        void isRefusedWhileADraftHasIt() {
            publish(article("a").asDraft());

            assertThatThrownBy(() -> publish(article("a"))).isInstanceOf(SlugTaken.class);
        }

        @Test
        void isFreeInAnotherFeed() {
            publish(article("a"));

            assertThat(publish(article("a").in("reports")).id()).hasToString("tag:example.org,2026-06-01:reports/a");
        }

        @Test
        void refusedInATransactionLeavesTheOthersInItStored() {
            publish(article("a").withId("urn:x:1"));

            store.transact(() -> {
                publish(article("b"));
                assertThatThrownBy(() -> publish(article("a"))).isInstanceOf(SlugTaken.class);
                assertThatThrownBy(() -> publish(article("c").withId("urn:x:1")))
                        .isInstanceOf(IdTaken.class);
                publish(article("d"));
            });

            assertThat(slugs()).containsExactlyInAnyOrder("a", "b", "d");
        }

        @Test
        void leadsToTheWithdrawnArticleUntilAnotherHasIt() {
            var first = publish(article("a")).id();
            publishing.withdraw(first);
            assertThat(at("a")).map(Article::state).hasValue(State.WITHDRAWN);

            var second = publish(article("a")).id();
            assertThat(at("a")).map(Article::id).hasValue(second);
        }

        @Test
        void leadsToTheNewestOfSeveralWithdrawn() {
            publishing.withdraw(
                    publish(article("a").published("2026-01-02T00:00:00Z")).id());
            var newest = publish(article("a").published("2026-01-03T00:00:00Z")).id();
            publishing.withdraw(newest);
            publishing.withdraw(
                    publish(article("a").published("2026-01-01T00:00:00Z")).id());

            assertThat(at("a")).map(Article::id).hasValue(newest);
        }

        @Test
        void doesNotTellOfAWithdrawnDraft() {
            publishing.withdraw(publish(article("a").asDraft()).id());
            publishing.withdraw(
                    publish(article("a").published("2027-01-01T00:00:00Z")).id());

            assertThat(at("a")).isEmpty();
        }
    }

    @Nested
    class AFormerAddress {
        @Test
        void leadsToWhereTheArticleIsNow() {
            var id = publish(article("a")).id();
            revise(id, article("b"));
            revise(id, article("c").in("reports"));

            assertThat(meantBy("a")).hasValue("reports/c");
            assertThat(meantBy("b")).hasValue("reports/c");
            assertThat(articles.findMeant(new FeedName("reports"), new Slug("c"), clock.instant()))
                    .map(Article::id)
                    .hasValue(id);
            assertThat(articles.formerAddresses())
                    .containsExactlyInAnyOrder(
                            new FormerAddress(NEWS, new Slug("a"), id), new FormerAddress(NEWS, new Slug("b"), id));
        }

        @Test
        void isNoneForAnArticleThatIsBackAtIt() {
            var id = publish(article("a")).id();
            revise(id, article("b"));
            revise(id, article("a"));

            assertThat(meantBy("a")).hasValue("news/a");
            assertThat(meantBy("b")).hasValue("news/a");
        }

        @Test
        void isThatOfAnotherArticleOnceReadersSeeItThere() {
            var first = publish(article("a")).id();
            revise(first, article("b"));
            var second = publish(article("a").published("2026-06-01T13:00:00Z")).id();
            assertThat(meantBy("a")).as("while the other one is scheduled").hasValue("news/b");

            clock.advance(Duration.ofHours(1));
            assertThat(meantBy("a")).hasValue("news/a");

            revise(second, article("c"));
            assertThat(meantBy("a")).as("who left it last").hasValue("news/c");
        }

        @Test
        void leadsToTheArticleThatWasThereLast() {
            var first = publish(article("a")).id();
            revise(first, article("b"));
            var second = publish(article("a")).id();
            publishing.withdraw(second);
            assertThat(articles.findMeant(NEWS, new Slug("a"), clock.instant()))
                    .map(Article::id)
                    .hasValue(second);

            var third = publish(article("a")).id();
            revise(third, article("c"));
            assertThat(articles.findMeant(NEWS, new Slug("a"), clock.instant()))
                    .map(Article::id)
                    .hasValue(third);
        }

        /** Whoever left an address after an article was withdrawn there was there later, wherever that one comes back. */
        @Test
        void leadsToTheLastOneThoughAWithdrawnArticleComesBackElsewhere() {
            var withdrawn = publish(article("a")).id();
            publishing.withdraw(withdrawn);
            var last = publish(article("a").titled("The last one")).id();
            revise(last, article("b").titled("The last one"));

            revise(withdrawn, article("c"));
            assertThat(articles.findMeant(NEWS, new Slug("a"), clock.instant()))
                    .map(Article::id)
                    .hasValue(last);
        }

        @Test
        void leadsToAWithdrawnArticleThatComesBackElsewhere() {
            var withdrawn = publish(article("a")).id();
            publishing.withdraw(withdrawn);

            revise(withdrawn, article("c"));
            assertThat(articles.findMeant(NEWS, new Slug("a"), clock.instant()))
                    .map(Article::id)
                    .hasValue(withdrawn);
        }

        @Test
        void isNotKeptOfWhatNobodyMetThere() {
            revise(publish(article("a").asDraft()).id(), article("b"));
            revise(publish(article("c").published("2026-07-01T00:00:00Z")).id(), article("d"));

            assertThat(articles.formerAddresses()).isEmpty();
            assertThat(meantBy("a")).isEmpty();
        }

        @Test
        void goesWithTheFeedToItsNewName() {
            var reports = new FeedName("reports");
            revise(publish(article("a").in("reports")).id(), article("x").in("reports"));
            revise(publish(article("a")).id(), article("b"));
            store.articleStore().refile(NEWS, reports);

            assertThat(meantBy("a")).isEmpty();
            assertThat(articles.findMeant(reports, new Slug("a"), clock.instant()))
                    .map(Article::slug)
                    .hasValue(new Slug("b"));
        }

        private Optional<String> meantBy(String slug) {
            return articles.findMeant(NEWS, new Slug(slug), clock.instant())
                    .map(article -> article.feed() + "/" + article.slug());
        }
    }
}
