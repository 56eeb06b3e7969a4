package org.feedwright.article;

import static java.time.Instant.MIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleEvent.ArticleRevised;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.ArticleEvent.ArticleWithdrawn;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the store of articles promises, whichever database keeps it. */
abstract class ArticlesContract extends StoreContract {
    static final FeedName NEWS = new FeedName("news");

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
            articles.withdraw(first);
            var second = publish(article("a")).id();
            articles.withdraw(second);

            assertThat(second).hasToString(first + "~2");
            assertThat(publish(article("a")).id()).hasToString(first + "~3");
        }

        @Test
        void ofADraftThatNobodySawIsNotGivenAgainEither() {
            var draft = publish(article("a").asDraft()).id();
            articles.withdraw(draft);

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
            articles.withdraw(first.id());
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
            articles.withdraw(first);
            assertThat(at("a")).map(Article::state).hasValue(State.WITHDRAWN);

            var second = publish(article("a")).id();
            assertThat(at("a")).map(Article::id).hasValue(second);
        }

        @Test
        void leadsToTheNewestOfSeveralWithdrawn() {
            articles.withdraw(
                    publish(article("a").published("2026-01-02T00:00:00Z")).id());
            var newest = publish(article("a").published("2026-01-03T00:00:00Z")).id();
            articles.withdraw(newest);
            articles.withdraw(
                    publish(article("a").published("2026-01-01T00:00:00Z")).id());

            assertThat(at("a")).map(Article::id).hasValue(newest);
        }

        @Test
        void doesNotTellOfAWithdrawnDraft() {
            articles.withdraw(publish(article("a").asDraft()).id());
            articles.withdraw(
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
            articles.withdraw(second);
            assertThat(articles.findMeant(NEWS, new Slug("a"), clock.instant()))
                    .map(Article::id)
                    .hasValue(second);

            var third = publish(article("a")).id();
            revise(third, article("c"));
            assertThat(articles.findMeant(NEWS, new Slug("a"), clock.instant()))
                    .map(Article::id)
                    .hasValue(third);
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
            articles.refile(NEWS, reports);

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

    @Nested
    class Updated {
        @Test
        void isThePublicationAtFirst() {
            assertThat(publish(article("a")).updated()).isEqualTo("2026-06-01T08:00:00Z");
        }

        @Test
        void movesWithTitleHighlightsAndBody() {
            var id = publish(article("a")).id();

            assertThat(reviseLater(id, article("a").titled("New")).updated()).isEqualTo("2026-06-01T12:01:00Z");
            assertThat(reviseLater(id, article("a").titled("New").saying("Else."))
                            .updated())
                    .isEqualTo("2026-06-01T12:02:00Z");
            assertThat(reviseLater(
                                    id,
                                    article("a").titled("New").saying("Else.").highlighting("1", "2"))
                            .updated())
                    .isEqualTo("2026-06-01T12:03:00Z");
        }

        @Test
        void staysForWhiteSpaceDisclaimerCategoryAndAddress() {
            var before = publish(article("a").saying("All of it."));
            for (var minor : List.of(
                    article("a").saying("All  of\n\tit.\u00a0"),
                    article("a").disclaiming("No advice."),
                    article("a").about("Rare earths"),
                    article("a").at("b"))) {
                assertThat(reviseLater(before.id(), minor).updated()).isEqualTo(before.updated());
            }
        }

        @Test
        void staysWhileNobodyHasSeenTheArticle() {
            var draft = publish(article("draft").asDraft()).id();
            var scheduled =
                    publish(article("later").published("2026-07-01T00:00:00Z")).id();

            assertThat(reviseLater(draft, article("draft").saying("Else.")).updated())
                    .isEqualTo("2026-06-01T08:00:00Z");
            assertThat(reviseLater(
                                    scheduled,
                                    article("later")
                                            .published("2026-07-02T00:00:00Z")
                                            .saying("Else."))
                            .updated())
                    .isEqualTo("2026-07-02T00:00:00Z");
        }

        @Test
        void thatIsStatedIsBelievedEvenBackwards() {
            var id = publish(article("a").updated("2026-06-01T10:00:00Z")).id();

            assertThat(reviseLater(id, article("a").saying("Else.").updated("2026-06-01T09:00:00Z"))
                            .updated())
                    .isEqualTo("2026-06-01T09:00:00Z");
        }

        @Test
        void neverMovesBackByItself() {
            var id = publish(article("a").updated("2027-01-01T00:00:00Z")).id();

            assertThat(reviseLater(id, article("a").saying("Else.")).updated()).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(reviseLater(id, article("a").saying("Else.").published("2026-01-01T00:00:00Z"))
                            .updated())
                    .isEqualTo("2027-01-01T00:00:00Z");
        }
    }

    @Nested
    class Drafts {
        @Test
        void areSeenByNobody() {
            var draft = publish(article("a").asDraft());

            assertThat(draft.isVisible(clock.instant())).isFalse();
            assertThat(slugs()).isEmpty();
            assertThat(articles.newest(10, clock.instant())).isEmpty();
            assertThat(store.told()).isEmpty();
        }

        @Test
        void comeAndGoAndKeepIdentityAndPlace() {
            var id = publish(article("a").asDraft()).id();
            publish(article("b").published("2026-06-01T09:00:00Z"));
            store.told();

            var published = reviseLater(id, article("a"));
            assertThat(articleEvents()).startsWith(published(NEWS, id));
            assertThat(slugs()).containsExactly("b", "a");

            reviseLater(id, article("a").asDraft());
            assertThat(articleEvents()).startsWith(withdrawn(NEWS, id));
            assertThat(visible()).containsExactly("b");
            assertThat(slugs()).as("its place stays empty").containsExactly("b", "a");

            assertThat(reviseLater(id, article("a"))).isEqualTo(published);
            assertThat(articleEvents()).startsWith(published(NEWS, id));
        }
    }

    @Nested
    class Scheduled {
        @Test
        void appearAtTheirInstantWithNothingElseHappening() {
            var time = Instant.parse("2026-06-01T12:00:30.250Z");
            publish(article("a").published(time.toString()));

            assertThat(slugs()).isEmpty();

            clock.set(time.minusMillis(1));
            assertThat(slugs()).isEmpty();
            assertThat(articles.newest(10, clock.instant())).isEmpty();

            clock.set(time);
            assertThat(slugs()).containsExactly("a");
            assertThat(articles.newest(10, clock.instant())).hasSize(1);
        }

        @Test
        void takeNoPlaceBeforeAndNoneWhenTakenBackBefore() {
            publish(article("a"));
            articles.withdraw(
                    publish(article("b").published("2026-07-01T00:00:00Z")).id());

            clock.set(Instant.parse("2026-08-01T00:00:00Z"));
            assertThat(slugs()).containsExactly("a");
        }

        @Test
        void tellOnlyThatTheScheduleChanged() {
            var id = publish(article("a").published("2026-07-01T00:00:00Z")).id();
            revise(id, article("a").published("2026-07-02T00:00:00Z"));
            articles.withdraw(id);

            var scheduled = scheduled(NEWS, id);
            assertThat(articleEvents()).containsExactly(scheduled, scheduled, scheduled);
        }
    }

    @Nested
    class Order {
        @Test
        void isByDateAndThenByTheBytesOfIds() {
            publish(article("1").withId("urn:x:b"));
            publish(article("2").withId("urn:x:A"));
            publish(article("3").withId("urn:x:a-z"));
            publish(article("4").withId("urn:x:a"));
            publish(article("5").withId("urn:x:aB"));
            publish(article("6").withId("urn:x:0").published("2026-06-01T07:00:00Z"));

            assertThat(inOrder())
                    .extracting(found -> found.id().value())
                    .containsExactly("urn:x:A", "urn:x:a", "urn:x:a-z", "urn:x:aB", "urn:x:b", "urn:x:0");
            assertThat(articles.newest(10, clock.instant())).isEqualTo(inOrder());
        }

        @Test
        void keepsTheEmptyPlaceOfAWithdrawnArticle() {
            for (int day = 1; day <= 5; day++) {
                publish(article("day-" + day).published("2026-05-0" + day + "T00:00:00Z"));
            }
            articles.withdraw(at("day-4").orElseThrow().id());

            assertThat(inOrder().subList(0, 3))
                    .filteredOn(found -> found.isVisible(clock.instant()))
                    .extracting(found -> found.slug().value())
                    .containsExactly("day-5", "day-3");
            assertThat(articles.newest(10, clock.instant())).hasSize(4);
        }

        @Test
        void letsALateArticleAppearNow() {
            var horizon = Instant.parse("2026-05-01T00:00:00Z");

            assertThat(articles.publish(
                                    article("a")
                                            .published("2026-04-30T00:00:00Z")
                                            .done(),
                                    horizon)
                            .appeared())
                    .isEqualTo(clock.instant());
            assertThat(articles.publish(
                                    article("b")
                                            .published("2026-05-01T00:00:00Z")
                                            .done(),
                                    horizon)
                            .appeared())
                    .as("it would share the last place")
                    .isEqualTo(clock.instant());
            assertThat(articles.publish(
                                    article("c")
                                            .published("2026-05-02T00:00:00Z")
                                            .done(),
                                    horizon)
                            .appeared())
                    .isEqualTo("2026-05-02T00:00:00Z");
        }

        @Test
        void doesNotLiftWhatReadersHaveMet() {
            var id = publish(article("a").published("2026-04-01T00:00:00Z")).id();
            var horizon = Instant.parse("2026-05-01T00:00:00Z");

            assertThat(articles.revise(
                            id, article("a").published("2026-03-01T00:00:00Z").done(), horizon))
                    .extracting(Article::published, Article::appeared)
                    .containsExactly(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
        }

        @Test
        void keepsThePlaceOfWhatIsPublishedAnew() {
            var id = publish(article("a").published("2026-04-01T00:00:00Z")).id();

            assertThat(revise(id, article("a").published("2026-05-01T00:00:00Z")))
                    .extracting(Article::appeared, Article::updated)
                    .containsExactly(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));
        }
    }

    @Nested
    class Events {
        @Test
        void tellOfPublicationRevisionAndWithdrawal() {
            var id = publish(article("a")).id();
            revise(id, article("a").about("Rare earths"));
            revise(id, article("a").about("Rare earths").saying("Else."));
            revise(id, article("a").at("b").about("Rare earths").saying("Else."));
            articles.withdraw(id);

            assertThat(articleEvents())
                    .containsExactly(
                            published(NEWS, id),
                            revised(id, Revision.MINOR),
                            revised(id, Revision.SIGNIFICANT),
                            revised(id, Revision.MINOR),
                            withdrawn(NEWS, id));
        }

        @Test
        void tellNothingWhereNothingChanged() {
            var id = publish(article("a").published("2026-06-01T08:00:00.123456Z"))
                    .id();
            store.told();

            reviseLater(id, article("a").published("2026-06-01T08:00:00.123456Z"));
            assertThat(store.told()).isEmpty();

            articles.withdraw(id);
            store.told();
            articles.withdraw(id);
            assertThat(store.told()).isEmpty();
        }

        @Test
        void tellBothFeedsOfAMove() {
            var id = publish(article("a")).id();
            store.told();
            revise(id, article("a").in("reports"));

            assertThat(articleEvents()).containsExactly(withdrawn(NEWS, id), published(new FeedName("reports"), id));
        }

        @Test
        void tellWhenAVisibleArticleIsPutOffAndAScheduledOneBroughtForward() {
            var id = publish(article("a")).id();
            revise(id, article("a").published("2026-07-01T00:00:00Z"));
            revise(id, article("a"));

            assertThat(articleEvents()).containsExactly(published(NEWS, id), withdrawn(NEWS, id), published(NEWS, id));
        }

        @Test
        void ofAnUndoneTransactionChangeNothing() {
            assertThatThrownBy(() -> store.transact(() -> {
                        publish(article("a"));
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");

            assertThat(slugs()).isEmpty();
            assertThat(store.told()).noneMatch(told -> !(told instanceof ArticleEvent));
        }
    }

    @Nested
    class AList {
        @Test
        void hasAllArticlesInParts() {
            var live = publish(article("a"));
            var draft = publish(article("b").asDraft());
            var withdrawn = publish(article("c"));
            articles.withdraw(withdrawn.id());

            var first = articles.listed(null, 2);
            assertThat(first).extracting(ListedArticle::id).containsExactly(live.id(), draft.id());
            assertThat(articles.listed(draft.id(), 2)).singleElement().satisfies(last -> {
                assertThat(last.id()).isEqualTo(withdrawn.id());
                assertThat(last.feed()).isEqualTo(NEWS);
                assertThat(last.slug()).hasToString("c");
                assertThat(last.state()).isEqualTo(State.WITHDRAWN);
                assertThat(last.appeared()).isEqualTo(withdrawn.appeared());
            });
            assertThat(articles.listed(withdrawn.id(), 2)).isEmpty();
        }

        @Test
        void givesAnArticleAnotherDigestWhateverChangesOfIt() {
            var id = publish(article("a")).id();
            var digests = new HashSet<String>();
            digests.add(digest(id));
            revise(id, article("a"));
            assertThat(digests).contains(digest(id));

            for (var other : List.of(
                    article("b"),
                    article("b").in("reports"),
                    article("b").about("C#"),
                    article("b").asDraft())) {
                revise(id, other);
                assertThat(digests.add(digest(id))).isTrue();
            }
            articles.withdraw(id);
            assertThat(digests.add(digest(id))).isTrue();
            articles.withdraw(id, "It was wrong.");
            assertThat(digests.add(digest(id))).isTrue();
        }

        private String digest(ArticleId id) {
            return articles.listed(null, 10).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .digest();
        }
    }

    @Nested
    class ManyAtOnce {
        @Test
        void areStoredAsOneAfterAnother() {
            var stored = publishAll(
                    article("a").about("C#"),
                    article("b").published("2026-07-01T00:00:00Z"),
                    article("c").asDraft(),
                    article("d"));

            assertThat(stored).map(List::size).hasValue(4);
            assertThat(stored.orElseThrow())
                    .allSatisfy(
                            article -> assertThat(articles.find(article.id())).hasValue(article));
            assertThat(stored.orElseThrow().getFirst().id()).hasToString("tag:example.org,2026-06-01:news/a");
            assertThat(visible()).containsExactlyInAnyOrder("a", "d");
        }

        @Test
        void areToldOfOnceAndThoseThatReadersCannotSeeByThemselves() {
            var stored = publishAll(
                            article("a"),
                            article("b").published("2026-07-01T00:00:00Z"),
                            article("c").asDraft(),
                            article("d"))
                    .orElseThrow();
            var told = store.told();

            assertThat(told).contains(new ArticlesPublished(NEWS, List.of(stored.getFirst(), stored.getLast())));
            assertThat(told.stream().filter(ArticleEvent.class::isInstance))
                    .containsExactly(new ArticleScheduled(NEWS, stored.get(1)));
        }

        @Test
        void areAllRefusedWhereOneMeetsAnotherArticle() {
            publish(article("b").titled("The first"));
            store.told();

            assertThat(publishAll(article("a"), article("b"), article("c"))).isEmpty();
            assertThat(publishAll(article("a"), article("c").at("a"))).isEmpty();
            assertThat(slugs()).containsExactly("b");
            assertThat(store.told()).isEmpty();
        }

        @Test
        void areAllRefusedWhereOneWouldHaveTheIdOfAWithdrawnArticle() {
            articles.withdraw(publish(article("b")).id());

            assertThat(publishAll(article("a"), article("b"))).isEmpty();
            assertThat(at("a")).isEmpty();
        }

        @Test
        void leaveTheTransactionAroundAsItWasWhereTheyAreRefused() {
            store.transact(() -> {
                publish(article("b"));
                assertThat(publishAll(article("a"), article("b"))).isEmpty();
                publish(article("c"));
            });

            assertThat(slugs()).containsExactlyInAnyOrder("b", "c");
        }

        private Optional<List<Article>> publishAll(Manuscripts... manuscripts) {
            return articles.publishAll(
                    Stream.of(manuscripts).map(Manuscripts::done).toList(), MIN);
        }
    }

    @Test
    void keepsEverythingOfAnArticle() {
        var written = publish(article("日本語")
                .titled("“<3 & \"😀\"")
                .saying("a\u0000b]]>")
                .highlighting("1", "2")
                .about("C#")
                .disclaiming("No advice."));

        assertThat(articles.find(written.id())).hasValue(written);
        assertThat(articles.find(NEWS, new Slug("日本語"))).hasValue(written);
        assertThat(inOrder()).containsExactly(written);
    }

    private Article publish(Manuscripts manuscript) {
        return articles.publish(manuscript.done(), MIN);
    }

    private Article revise(ArticleId id, Manuscripts manuscript) {
        return articles.revise(id, manuscript.done(), MIN);
    }

    private Article reviseLater(ArticleId id, Manuscripts manuscript) {
        clock.advance(Duration.ofMinutes(1));
        return revise(id, manuscript);
    }

    private Optional<Article> at(String slug) {
        return articles.find(NEWS, new Slug(slug));
    }

    /** The feed's articles that readers have seen, by their order, the newest first. */
    private List<Article> inOrder() {
        return store.jdbc()
                .sql("select id from article where feed = 'news' and appeared <= ? order by appeared desc, id")
                .param(clock.instant().toEpochMilli())
                .query((row, _) ->
                        articles.find(new ArticleId(row.getString(1))).orElseThrow())
                .list();
    }

    private List<String> slugs() {
        return inOrder().stream().map(found -> found.slug().value()).toList();
    }

    private List<String> visible() {
        return inOrder().stream()
                .filter(found -> found.isVisible(clock.instant()))
                .map(found -> found.slug().value())
                .toList();
    }

    private List<String> articleEvents() {
        return store.told().stream()
                .filter(ArticleEvent.class::isInstance)
                .map(told -> described((ArticleEvent) told))
                .toList();
    }

    private static String described(ArticleEvent event) {
        return switch (event) {
            case ArticlePublished _ -> published(event.feed(), event.id());
            case ArticleRevised revised -> revised(event.id(), revised.revision());
            case ArticleWithdrawn _ -> withdrawn(event.feed(), event.id());
            case ArticleScheduled _ -> scheduled(event.feed(), event.id());
        };
    }

    private static String published(FeedName feed, ArticleId id) {
        return id + " published in " + feed;
    }

    private static String revised(ArticleId id, Revision revision) {
        return id + " revised, " + revision;
    }

    private static String withdrawn(FeedName feed, ArticleId id) {
        return id + " withdrawn from " + feed;
    }

    private static String scheduled(FeedName feed, ArticleId id) {
        return id + " scheduled in " + feed;
    }
}
