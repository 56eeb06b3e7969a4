package org.feedwright.page;

import java.time.Instant;
import java.util.List;
import org.feedwright.article.Article;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.springframework.stereotype.Component;

/** The pages of articles that readers do not see yet, for those who may. */
@Component
public class PreviewPages {
    /** What is said of everything at a secret address: nobody keeps it, lists it, or learns the address from a link. */
    private static final List<Field> SECRET = List.of(
            new Field("Cache-Control", "no-store"),
            new Field("X-Robots-Tag", "noindex, nofollow, noarchive"),
            new Field("Referrer-Policy", "no-referrer"));

    private final ArticlePage articles;
    private final Feeds feeds;
    private final Pages pages;

    PreviewPages(ArticlePage articles, Feeds feeds, Pages pages) {
        this.articles = articles;
        this.feeds = feeds;
        this.pages = pages;
    }

    /** The header fields of every answer at a secret address, which count before others. */
    public static Field[] secretFields() {
        return SECRET.toArray(Field[]::new);
    }

    /** The page of an article as readers will see it, in UTF-8. */
    public byte[] published(Feed feed, Article article) {
        var view = articles.view(feed, article, feeds.addresses(), null);
        return pages.page(JteArticleGenerated::render, view, view.formats()).bytes();
    }

    /**
     * The page of an article at its secret address, which says until when it is there.
     *
     * @param address below which the files are that come with the article
     */
    public Answer secret(Feed feed, Article article, String address, Instant until) {
        var view = articles.view(feed, article, feeds.addresses().withFilesBelow(address), until);
        return secret(pages.unkept(JteArticleGenerated::render, view));
    }

    /** The answer where readers see the article by now. */
    public Answer moved(Article article) {
        return secret(pages.found(feeds.addresses().article(article.feed(), article.slug())));
    }

    /** The answer where the article was withdrawn. */
    public Answer gone() {
        return secret(pages.gone("This article has been withdrawn", "Its publisher has taken it back."));
    }

    /** The answer at an address that was forged or has ended: the same as wherever nothing is. */
    public Answer nothing() {
        return secret(pages.missing());
    }

    private static Answer secret(Answer answer) {
        return answer.with(secretFields());
    }
}
