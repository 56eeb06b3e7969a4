package org.feedwright.article;

import java.util.List;
import java.util.Optional;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;

/** A store with articles of the feed {@code news}. */
abstract class NewsContract extends StoreContract {
    static final FeedName NEWS = new FeedName("news");

    Article publish(Manuscripts manuscript) {
        return publishing.publish(manuscript.done());
    }

    Article revise(ArticleId id, Manuscripts manuscript) {
        return publishing.revise(id, manuscript.done());
    }

    Optional<Article> at(String slug) {
        return articles.find(NEWS, new Slug(slug));
    }

    /** The feed's articles that readers have seen, by their order, the newest first. */
    List<Article> inOrder() {
        return store.jdbc()
                .sql("select id from article where feed = 'news' and appeared <= ? order by appeared desc, id")
                .param(clock.instant().toEpochMilli())
                .query((row, _) ->
                        articles.find(new ArticleId(row.getString(1))).orElseThrow())
                .list();
    }

    List<String> slugs() {
        return inOrder().stream().map(found -> found.slug().value()).toList();
    }
}
