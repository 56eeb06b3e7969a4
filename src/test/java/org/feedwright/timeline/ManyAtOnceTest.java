package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent;
import org.feedwright.entry.Entry;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.testing.Manuscripts;
import org.junit.jupiter.api.Test;

/** What those who read and write feeds at the same time may rely on, whichever database keeps them. */
class ManyAtOnceTest extends OpenFeedsContract {
    @Test
    void doNotLetAReaderWaitForAnOpenTransaction() {
        opened(NEWS);
        publish(article("a"));
        store.transact(() -> {
            publish(article("b"));
            var read = CompletableFuture.supplyAsync(() -> titles(NEWS));

            assertThat(read).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(List.of("About a"));
        });

        assertThat(titles(NEWS)).containsExactly("About a", "About b");
    }

    @Test
    void selectOneStateAndNeverAMixture() {
        opened(NEWS);
        var first = publish(article("a").titled("0")).id();
        var second = publish(article("b").titled("0")).id();
        lifecycle.define(NEWS, titled("0"));

        var writing = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 100; i++) {
                String title = Integer.toString(i);
                store.transact(() -> {
                    revise(first, article("a").titled(title));
                    lifecycle.define(NEWS, titled(title));
                    revise(second, article("b").titled(title));
                });
            }
        });
        int last = 0;
        do {
            var selection = select(NEWS);
            assertThat(selection.entries())
                    .hasSize(2)
                    .extracting(Entry::title)
                    .containsOnly(selection.feed().definition().title());
            int state = Integer.parseInt(selection.feed().definition().title());
            assertThat(state).isGreaterThanOrEqualTo(last);
            last = state;
        } while (!writing.isDone());
        writing.join();
    }

    /** Whoever did not wait would go by a horizon that is about to move. */
    @Test
    void waitForWhoeverPlacesArticlesInTheSameFeed() {
        opened(NEWS);

        waitsWhileOneIsPublished(article("a"));
    }

    @Test
    void waitForWhoeverPlacesArticlesInAFeedThatTakesOfBoth() {
        opened(NEWS);
        opened(REPORTS);
        lifecycle.openAll();

        waitsWhileOneIsPublished(article("a").in("reports"));
    }

    private void waitsWhileOneIsPublished(Manuscripts other) {
        var waiting = new CompletableFuture<Article>();
        store.transact(() -> {
            publish(article("b"));
            waiting.completeAsync(() -> publish(other));
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        waiting.join();
    }

    @Test
    void letEightWritersPublishAtOnce() {
        opened(NEWS);
        opened(REPORTS);
        try (var writers = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 8)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < 25; i++) {
                                    String slug = writer + "-" + i;
                                    var id = publish(article(slug).in(i % 2 == 0 ? "news" : "reports"))
                                            .id();
                                    revise(id, article(slug).in("news"));
                                }
                            },
                            writers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }

        clock.advance(Duration.ofSeconds(1)); // those that came at once appear one after another
        assertThat(timeline.count(LogicalFeed.of(NEWS))).isEqualTo(200);
    }

    @Test
    void loseNoneOfTwoChangesToOneArticle() {
        var id = publish(article("a")).id();
        store.told();
        try (var writers = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> revise(id, article("a").titled("Title " + i)), writers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }

        assertThat(store.told().stream().filter(ArticleEvent.class::isInstance))
                .as("each met a state that the one before had left")
                .hasSize(40);
    }
}
