package org.feedwright.testing;

import java.util.stream.Stream;
import org.feedwright.article.Articles;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feeds;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.feedwright.timeline.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of the store, whichever database keeps the articles. Each test finds the store of its run empty. */
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StoreContract {
    @Parameter
    Database database;

    protected Store store;
    protected Feeds feeds;
    protected FeedLifecycle lifecycle;
    protected Timeline timeline;
    protected Selections selections;
    protected Articles articles;
    protected Publishing publishing;
    protected SettableClock clock;

    @BeforeParameterizedClassInvocation
    void openStore() {
        store = database.store();
        feeds = store.feeds();
        lifecycle = store.lifecycle();
        timeline = store.timeline();
        selections = store.selections();
        articles = store.articles();
        publishing = store.publishing();
        clock = store.clock();
    }

    @BeforeEach
    void emptyStore() {
        Stream.of(
                        "place",
                        "mark",
                        "article",
                        "article_media",
                        "article_alias",
                        "former_address",
                        "former_document",
                        "feed",
                        "former_name",
                        "inheritance",
                        "folder_file")
                .forEach(table -> store.jdbc().sql("delete from " + table).update());
        clock.set(Store.START);
        store.told();
    }
}
