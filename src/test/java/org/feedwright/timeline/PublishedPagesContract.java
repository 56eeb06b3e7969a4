package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Manuscripts.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.FeedSettings;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;
import org.feedwright.timeline.PublishedPages.Page;
import org.feedwright.timeline.PublishedPages.Part;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which pages there are, whichever database knows them. */
abstract class PublishedPagesContract extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final Part FIRST = new Part(NEWS, 1);

    private PublishedPages pages;

    @BeforeAll
    void makeSubject() {
        pages = new PublishedPages(
                new JdbcPublishedPages(store.jdbc()),
                new FeedSettings(URI.create("https://feeds.example.org")),
                store.clock());
    }

    @BeforeEach
    void prepare() {
        store.lifecycle().define(NEWS, titled("News"));
        store.lifecycle().open(NEWS);
    }

    @Test
    void areNoneWhileNothingIsPublished() {
        assertThat(pages.parts()).isEmpty();
        assertThat(pages.pages(FIRST)).isEmpty();
    }

    @Test
    void areNoneInAFeedThatReadersDoNotKnowYet() {
        var loading = new FeedName("loading");
        store.lifecycle().define(loading, titled("Loading"));
        publish(article("a").in("loading"));

        assertThat(pages.parts()).isEmpty();
        assertThat(pages.pages(new Part(loading, 1))).isEmpty();
        assertThat(pages.modified(loading)).isEmpty();
    }

    @Test
    void comeFromTheOldestToTheNewestInPartsOfThousand() {
        publish(2 * PublishedPages.PLACES + 1);

        assertThat(pages.parts()).containsExactly(FIRST, new Part(NEWS, 2), new Part(NEWS, 3));
        assertThat(addresses(1)).hasSize(PublishedPages.PLACES).first().isEqualTo(address("a0"));
        assertThat(addresses(2)).hasSize(PublishedPages.PLACES).first().isEqualTo(address("a1000"));
        assertThat(addresses(3)).containsExactly(address("a2000"));
        assertThat(pages.pages(new Part(NEWS, 4))).isEmpty();
    }

    @Test
    void stayInTheirPartsWhenOthersAreWithdrawn() {
        publish(PublishedPages.PLACES + 1);

        store.publishing().withdraw(id("a0"));

        assertThat(addresses(1)).hasSize(PublishedPages.PLACES - 1).doesNotContain(address("a0"));
        assertThat(addresses(2)).containsExactly(address("a1000"));
    }

    @Test
    void haveTheTimeOfTheLastSignificantChange() {
        publish(article("a").updated("2026-05-31T10:11:12Z"));

        assertThat(pages.pages(FIRST)).hasValue(List.of(new Page(address("a"), Instant.parse("2026-05-31T10:11:12Z"))));
    }

    @Test
    void joinAtTheirScheduledTimeByThemselves() {
        publish(article("a"));
        publish(article("soon").published("2026-06-01T12:10:00Z"));
        var before = pages.modified(NEWS).orElseThrow();
        assertThat(addresses(1)).containsExactly(address("a"));

        store.clock().advance(Duration.ofMinutes(10));

        assertThat(addresses(1)).containsExactly(address("a"), address("soon"));
        assertThat(pages.modified(NEWS).orElseThrow()).isAfter(before).isEqualTo("2026-06-01T12:10:00Z");
        assertThat(pages.modified()).isEqualTo("2026-06-01T12:10:00Z");
    }

    @Test
    void areModifiedByEverythingThatChangesThem() {
        publish(article("a"));
        var last = Instant.EPOCH;
        for (Runnable change : List.<Runnable>of(
                () -> publish(article("b")),
                () -> store.publishing().withdraw(id("a")),
                () -> store.lifecycle().retire(NEWS),
                () -> {
                    var other = new FeedName("other");
                    store.lifecycle().define(other, titled("Other"));
                    store.lifecycle().open(other);
                })) {
            store.clock().advance(Duration.ofSeconds(10));
            change.run();
            assertThat(pages.modified())
                    .isAfter(last)
                    .isAfter(store.clock().instant().minusSeconds(1));
            last = pages.modified();
        }
    }

    private void publish(int count) {
        store.transact(() -> IntStream.range(0, count)
                .forEach(i -> publish(article("a" + i)
                        .published(Instant.parse("2026-01-01T00:00:00Z")
                                .plusSeconds(i)
                                .toString()))));
    }

    private void publish(Manuscripts article) {
        store.publishing().publish(article.done());
    }

    private List<String> addresses(int part) {
        return pages.pages(new Part(NEWS, part)).orElseThrow().stream()
                .map(Page::address)
                .toList();
    }

    private ArticleId id(String slug) {
        return store.articles().find(NEWS, new Slug(slug)).orElseThrow().id();
    }

    private static String address(String slug) {
        return "https://feeds.example.org/articles/news/" + slug;
    }
}
