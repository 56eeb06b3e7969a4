package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.article.Media.NamedMedia;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.Test;

/** Which files readers may have, whichever database keeps the articles. */
class MediaTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName SPORT = new FeedName("sport");

    private static Manuscript naming(Manuscripts article, String... paths) {
        var manuscript = article.done();
        var text = manuscript.text();
        return new Manuscript(
                manuscript.feed(),
                manuscript.slug(),
                manuscript.statedId(),
                manuscript.authority(),
                manuscript.published(),
                manuscript.statedUpdated(),
                manuscript.draft(),
                new ArticleText(
                        text.title(),
                        text.link(),
                        text.authors(),
                        text.categories(),
                        text.highlights(),
                        text.body(),
                        text.disclaimer(),
                        text.language(),
                        text.rights(),
                        text.image(),
                        text.enclosures(),
                        List.of(),
                        Stream.of(paths)
                                .map(path -> new MediaFile(path, "image/png", 7))
                                .toList(),
                        null,
                        null,
                        null,
                        List.of()),
                null,
                manuscript.id());
    }

    private ArticleId publish(Manuscripts article, String... paths) {
        return store.publishing().publish(naming(article, paths)).id();
    }

    private Instant now() {
        return store.clock().instant();
    }

    private List<String> visible(FeedName feed, String... paths) {
        return Stream.of(paths)
                .filter(path -> store.media().typeOf(feed, path, now()).isPresent())
                .toList();
    }

    @Test
    void areListedOnceWhateverBecameOfWhoNamesThem() {
        publish(article("a"), "a.png", "b.png");
        publish(article("b").asDraft(), "b.png");
        store.publishing().withdraw(publish(article("c").in("sport"), "a.png"));
        assertThat(store.media().named())
                .containsExactlyInAnyOrder(
                        new NamedMedia(NEWS, "a.png"), new NamedMedia(NEWS, "b.png"), new NamedMedia(SPORT, "a.png"));
    }

    @Test
    void areThoseOfVisibleArticlesInTheirFeed() {
        publish(article("a"), "a.png", "b/c.png");
        assertThat(visible(NEWS, "a.png", "b/c.png", "c.png", "A.png")).containsExactly("a.png", "b/c.png");
        assertThat(visible(SPORT, "a.png")).isEmpty();
        assertThat(store.media().typeOf(NEWS, "a.png", now())).contains("image/png");
    }

    @Test
    void areNotThoseOfDrafts() {
        publish(article("a").asDraft(), "a.png");
        assertThat(visible(NEWS, "a.png")).isEmpty();
        assertThat(store.media().wasWithdrawn(NEWS, "a.png", now())).isFalse();
    }

    @Test
    void comeWithAScheduledArticleAtItsTime() {
        publish(article("a").published("2026-06-01T12:00:10Z"), "a.png");
        assertThat(visible(NEWS, "a.png")).isEmpty();
        store.clock().advance(Duration.ofSeconds(10));
        assertThat(visible(NEWS, "a.png")).containsExactly("a.png");
    }

    @Test
    void areGoneWithTheLastArticleThatNamesThem() {
        var one = publish(article("a"), "a.png");
        var two = publish(article("b"), "a.png");
        store.publishing().withdraw(one);
        assertThat(visible(NEWS, "a.png")).containsExactly("a.png");
        store.publishing().withdraw(two);
        assertThat(visible(NEWS, "a.png")).isEmpty();
        assertThat(store.media().wasWithdrawn(NEWS, "a.png", now())).isTrue();
        assertThat(store.media().wasWithdrawn(NEWS, "b.png", now())).isFalse();
    }

    @Test
    void ofAWithdrawnDraftWereNeverThere() {
        store.publishing().withdraw(publish(article("a").asDraft(), "a.png"));
        assertThat(store.media().wasWithdrawn(NEWS, "a.png", now())).isFalse();
    }

    @Test
    void followTheArticleThroughRevisionsAndMoves() {
        var id = publish(article("a"), "a.png");
        store.publishing().revise(id, naming(article("a"), "b.png"));
        assertThat(visible(NEWS, "a.png", "b.png")).containsExactly("b.png");
        store.publishing().revise(id, naming(article("a").in("sport"), "b.png"));
        assertThat(visible(NEWS, "b.png")).isEmpty();
        assertThat(visible(SPORT, "b.png")).containsExactly("b.png");
        store.publishing().revise(id, naming(article("a").in("sport")));
        assertThat(visible(SPORT, "b.png")).isEmpty();
    }
}
