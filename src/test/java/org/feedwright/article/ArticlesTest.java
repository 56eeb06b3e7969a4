package org.feedwright.article;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How stored articles appear, change and go, and what is told of it, whichever database keeps them. */
class ArticlesTest extends NewsContract {
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
        void appearAnewWhereReadersHaveSeenThemAndTheirDateLiesAhead() {
            var id = publish(article("a")).id();
            var time = clock.instant().plusSeconds(30);

            assertThat(revise(id, article("a").published(time.toString())).appeared())
                    .isEqualTo(time);
            assertThat(slugs()).isEmpty();
            clock.set(time);
            assertThat(slugs()).containsExactly("a");
        }

        @Test
        void takeNoPlaceBeforeAndNoneWhenTakenBackBefore() {
            publish(article("a"));
            publishing.withdraw(
                    publish(article("b").published("2026-07-01T00:00:00Z")).id());

            clock.set(Instant.parse("2026-08-01T00:00:00Z"));
            assertThat(slugs()).containsExactly("a");
        }

        @Test
        void tellOnlyThatTheScheduleChanged() {
            var id = publish(article("a").published("2026-07-01T00:00:00Z")).id();
            revise(id, article("a").published("2026-07-02T00:00:00Z"));
            publishing.withdraw(id);

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
            publishing.withdraw(at("day-4").orElseThrow().id());

            assertThat(inOrder().subList(0, 3))
                    .filteredOn(found -> found.isVisible(clock.instant()))
                    .extracting(found -> found.slug().value())
                    .containsExactly("day-5", "day-3");
            assertThat(articles.newest(10, clock.instant())).hasSize(4);
        }

        @Test
        void letsALateArticleAppearNow() {
            var horizon = new Horizon(Instant.parse("2026-05-01T00:00:00Z"));

            assertThat(store.articleStore()
                            .publish(
                                    article("a")
                                            .published("2026-04-30T00:00:00Z")
                                            .done(),
                                    horizon)
                            .article()
                            .appeared())
                    .isEqualTo(clock.instant());
            assertThat(store.articleStore()
                            .publish(
                                    article("b")
                                            .published("2026-05-01T00:00:00Z")
                                            .done(),
                                    horizon)
                            .article()
                            .appeared())
                    .as("it would share the last place")
                    .isEqualTo(clock.instant());
            assertThat(store.articleStore()
                            .publish(
                                    article("c")
                                            .published("2026-05-02T00:00:00Z")
                                            .done(),
                                    horizon)
                            .article()
                            .appeared())
                    .isEqualTo("2026-05-02T00:00:00Z");
        }

        @Test
        void doesNotLiftWhatReadersHaveMet() {
            var id = publish(article("a").published("2026-04-01T00:00:00Z")).id();
            var horizon = new Horizon(Instant.parse("2026-05-01T00:00:00Z"));

            assertThat(store.articleStore()
                            .revise(
                                    id,
                                    article("a")
                                            .published("2026-03-01T00:00:00Z")
                                            .done(),
                                    horizon)
                            .article())
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
            publishing.withdraw(id);

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

            publishing.withdraw(id);
            store.told();
            publishing.withdraw(id);
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
            publishing.withdraw(withdrawn.id());

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
            publishing.withdraw(id);
            assertThat(digests.add(digest(id))).isTrue();
            publishing.withdraw(id, "It was wrong.");
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

            assertThat(store.told().stream().filter(ArticleEvent.class::isInstance))
                    .containsExactly(
                            new ArticlePublished(NEWS, stored.getFirst(), false),
                            new ArticleScheduled(NEWS, stored.get(1)),
                            new ArticlePublished(NEWS, stored.getLast(), false));
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
            publishing.withdraw(publish(article("b")).id());

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
            return publishing.publishAll(
                    Stream.of(manuscripts).map(Manuscripts::done).toList());
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

    private Article reviseLater(ArticleId id, Manuscripts manuscript) {
        clock.advance(Duration.ofMinutes(1));
        return revise(id, manuscript);
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
