package org.feedwright.preview;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.ArticlePreview;
import org.feedwright.entry.Entries;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.page.PreviewPages;
import org.feedwright.timeline.ArchivePosition;
import org.springframework.stereotype.Component;

/** Shows an article by what makes the documents and the pages that readers get. */
@Component
class RenderedArticle implements ArticlePreview {
    private final Feeds feeds;
    private final PreviewPages pages;

    RenderedArticle(Feeds feeds, PreviewPages pages) {
        this.feeds = feeds;
        this.pages = pages;
    }

    @Override
    public Map<String, String> of(Feed feed, Article article) {
        var shown = new LinkedHashMap<String, String>();
        if (article.state() != State.WITHDRAWN) {
            var selection = alone(feed, article);
            FeedFormat.offered()
                    .forEach(format -> shown.put(
                            format.extension(),
                            text(Documents.render(selection, format).bytes())));
            shown.put("page", text(pages.published(feed, article)));
        }
        return shown;
    }

    private Selection alone(Feed feed, Article article) {
        var addresses = feeds.addresses();
        return new Selection(
                feed,
                LogicalFeed.of(feed.name()),
                null,
                addresses,
                ArchivePosition.current(0),
                List.of(new Entries(feed.definition(), addresses).of(article)),
                List.of(),
                article.updated(),
                article.updated(),
                null,
                null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
