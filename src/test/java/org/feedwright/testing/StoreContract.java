package org.feedwright.testing;

import java.util.stream.Stream;
import org.feedwright.article.Articles;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feeds;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.feedwright.timeline.Timeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is promised whichever database keeps the articles: one store for all of its tests, each of which finds it empty. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StoreContract {
    protected Store store;
    protected Feeds feeds;
    protected FeedLifecycle lifecycle;
    protected Timeline timeline;
    protected Selections selections;
    protected Articles articles;
    protected Publishing publishing;
    protected SettableClock clock;

    protected abstract Store open();

    @BeforeAll
    void openStore() {
        store = open();
        feeds = store.feeds();
        lifecycle = store.lifecycle();
        timeline = store.timeline();
        selections = store.selections();
        articles = store.articles();
        publishing = store.publishing();
        clock = store.clock();
    }

    @AfterAll
    void closeStore() {
        store.close();
    }

    @BeforeEach
    void emptyStore() {
        Stream.of("place", "mark", "article", "article_media", "former_address", "feed", "former_name", "inheritance")
                .forEach(table -> store.jdbc().sql("delete from " + table).update());
        clock.set(Store.START);
        store.told();
    }
}
