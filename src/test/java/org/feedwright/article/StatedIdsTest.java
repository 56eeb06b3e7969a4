package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.util.Random;
import org.feedwright.article.Article.State;
import org.feedwright.article.Taken.IdTaken;
import org.junit.jupiter.api.Test;

/** Ids that authors state and that are no IRIs, whichever database keeps them. */
class StatedIdsTest extends NewsContract {
    @Test
    void areKeptBesideTheIdThatIsMadeOfThem() {
        var published = publish(article("a").withId("12345"));

        assertThat(published.id().value()).startsWith("urn:uuid:");
        assertThat(published.statedId()).isEqualTo("12345");
        assertThat(articles.find(published.id())).hasValue(published);
        assertThat(publish(article("b").withId("urn:x:1")).statedId()).isNull();
        assertThat(publish(article("c")).statedId()).isNull();
    }

    @Test
    void meanTheArticleThatHasThemOrTheIdThatTheyAre() {
        var plain = publish(article("a").withId("12345"));
        var iri = publish(article("b").withId("urn:x:1"));

        assertThat(new StatedId("12345")).hasToString("12345").matches(id -> id.means(plain) && !id.means(iri));
        assertThat(new StatedId("urn:x:1")).matches(id -> id.means(iri) && !id.means(plain));
    }

    @Test
    void mayBeTheSameInTwoFeeds() {
        var here = publish(article("a").withId("12345"));
        var there = publish(article("a").in("reports").withId("12345"));

        assertThat(there.id()).isNotEqualTo(here.id());
        assertThat(there.statedId()).isEqualTo(here.statedId());
    }

    @Test
    void areRefusedASecondTimeInOneFeed() {
        publish(article("a").withId("12345"));

        assertThatThrownBy(() -> publish(article("b").withId("12345")))
                .isInstanceOf(IdTaken.class)
                .hasMessage("the id '12345' belongs to the article news/a");
    }

    @Test
    void bringBackTheWithdrawnArticleThatHasThem() {
        var first = publish(article("a").withId("12345"));
        publishing.withdraw(first.id());
        clock.advance(Duration.ofDays(1));

        assertThat(publish(article("a").withId("12345"))).isEqualTo(first);
    }

    @Test
    void meanTheSameArticleWhenTheFeedHasGotAnotherId() {
        var first = publish(article("a").withId("12345"));
        var manuscript = inAFeedWithAnotherId("12345");
        assertThat(manuscript.id()).isNotNull().isNotEqualTo(first.id());

        assertThatThrownBy(() -> publishing.publish(manuscript)).isInstanceOf(IdTaken.class);
        publishing.withdraw(first.id());
        assertThat(publishing.publish(manuscript).id()).isEqualTo(first.id());
    }

    private static Manuscript inAFeedWithAnotherId(String stated) {
        var known = article("b").done();
        return new Manuscript(
                        known.feed(),
                        known.slug(),
                        new StatedId(stated),
                        known.authority(),
                        known.published(),
                        null,
                        false,
                        known.text(),
                        null,
                        null)
                .within("urn:x-feed:another");
    }

    @Test
    void stayWithAnArticleWhateverItsManuscriptStatesLater() {
        var first = publish(article("a").withId("12345"));

        assertThat(revise(first.id(), article("a").titled("New")).statedId()).isEqualTo("12345");
        publishing.withdraw(first.id());
        assertThat(articles.find(first.id())).map(Article::statedId).hasValue("12345");
    }

    @Test
    void keepAnArticleOutOfAFeedInWhichAnotherHasTheSame() {
        var here = publish(article("a").withId("12345"));
        var there = publish(article("b").in("reports").withId("12345"));

        assertThatThrownBy(() -> revise(there.id(), article("b").withId("12345")))
                .isInstanceOfSatisfying(
                        IdTaken.class, taken -> assertThat(taken.holder().id()).isEqualTo(here.id()));
        publishing.withdraw(here.id());
        assertThat(revise(there.id(), article("b").withId("12345")))
                .extracting(Article::id, Article::state, Article::statedId)
                .containsExactly(there.id(), State.PUBLISHED, "12345");
    }

    @Test
    void meanTheArticleThatIsThereAndNotANewerOneThatWasWithdrawn() {
        var older = article("b").published("2026-05-01T00:00:00Z").withId("12345");
        var there = publish(older.in("reports"));
        var here = publish(article("a").published("2026-05-02T00:00:00Z").withId("12345"));
        publishing.withdraw(here.id());
        revise(there.id(), older.in("news"));

        assertThatThrownBy(() -> publish(article("c").withId("12345")))
                .isInstanceOfSatisfying(
                        IdTaken.class, taken -> assertThat(taken.holder().id()).isEqualTo(there.id()));
    }

    @Test
    void meanTheWithdrawnArticleThatReadersKnowAndNotOneThatTheyNeverSaw() {
        var here = publish(article("a").withId("12345"));
        var there = publish(article("b").in("reports").withId("12345").asDraft());
        publishing.withdraw(here.id());
        revise(there.id(), article("b").withId("12345").asDraft());
        publishing.withdraw(there.id());

        assertThat(publish(article("c").withId("12345")).id()).isEqualTo(here.id());
    }

    @Test
    void mayBeAsLongAsAnIndexCanHold() {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < 666) {
            text.appendCodePoint(0x4E00 + random.nextInt(0x5000)); // which does not compress
        }
        var published = publish(article("a").in("x".repeat(100)).withId(text.toString()));

        assertThat(articles.find(published.id())).map(Article::statedId).hasValue(text.toString());
    }
}
