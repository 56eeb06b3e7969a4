package org.feedwright.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Manuscripts.article;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Definitions;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed of ten thousand articles, of which a document shows the newest; these are long. */
class LargeFeedTest {
    private static final String BODY =
            "<p>A sentence of an article that is ten thousand characters long.</p>".repeat(150);

    @Test
    void hasDocumentsBelowAMegabyteInEachFormat(@TempDir Path directory) {
        try (var store = Store.sqlite(directory)) {
            var news = new FeedName("news");
            store.lifecycle().define(news, Definitions.titled("News"));
            var all = IntStream.range(0, 10_000)
                    .mapToObj(i -> article("a" + i).published(day(i)).saying(i < 9_900 ? "Short." : BODY))
                    .map(Manuscripts::done)
                    .toList();
            assertThat(store.publishing().publishAll(all)).isPresent();
            store.lifecycle().open(news);

            var selection = store.selections().select(store.feeds().find(news).orElseThrow());

            assertThat(selection.entries()).hasSize(20);
            for (var format : FeedFormat.values()) {
                assertThat(Documents.render(selection, format).bytes()).hasSizeBetween(200_000, 1_000_000);
            }
        }
    }

    private static String day(int number) {
        return Store.START.minus(Duration.ofDays(10_000 - number)).toString();
    }
}
