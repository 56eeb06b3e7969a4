package org.feedwright.timeline;

import static org.feedwright.testing.Definitions.titled;

import java.time.Instant;
import java.util.List;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Feed;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;

/** A store with feeds, and what readers of them see. */
abstract class OpenFeedsContract extends StoreContract {
    static final FeedName NEWS = new FeedName("news");
    static final FeedName REPORTS = new FeedName("reports");

    void opened(FeedName name) {
        lifecycle.define(name, titled("News"));
        lifecycle.open(name);
    }

    Feed feed(FeedName name) {
        return feeds.find(name).orElseThrow();
    }

    Selection select(FeedName name) {
        return selections.select(feed(name));
    }

    Instant modified(FeedName name) {
        return select(name).modified();
    }

    List<String> titles(FeedName name) {
        return select(name).entries().stream().map(Entry::title).toList();
    }

    Article publish(Manuscripts manuscript) {
        return publishing.publish(manuscript.done());
    }

    void revise(ArticleId id, Manuscripts manuscript) {
        publishing.revise(id, manuscript.done());
    }
}
