package org.feedwright.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.page.PageCopies;

/** The articles' pages. All articles pass by once, and a digest of each is kept for those who come after. */
final class PrintedArticles {
    private static final int BATCH = 250;

    private final Articles articles;
    private final PageCopies pages;
    private final Copies copies;
    private final Configuration configuration;
    private final PrintedMedia media;
    private final Map<FeedName, Feed> feeds;
    private final Map<FeedName, String> feedKeys = new HashMap<>();
    private final Map<ArticleId, String> digests = new ConcurrentHashMap<>();

    /** Of those that had one address, the newest of the withdrawn ones, which is told of if none lives there. */
    private final Map<String, Article> withdrawn = new ConcurrentHashMap<>();

    private final Map<String, Boolean> living = new ConcurrentHashMap<>();
    private final String site;

    PrintedArticles(
            Articles articles,
            PageCopies pages,
            Copies copies,
            Configuration configuration,
            PrintedMedia media,
            List<Feed> feeds,
            String site) {
        this.articles = articles;
        this.pages = pages;
        this.copies = copies;
        this.configuration = configuration;
        this.media = media;
        this.feeds = feeds.stream().collect(Collectors.toMap(Feed::name, Function.identity()));
        this.site = site;
        feeds.forEach(
                feed -> feedKeys.put(feed.name(), Copies.key(site, feed.name(), feed.isRetired(), feed.definition())));
    }

    void print(Crew crew, Meter meter) throws IOException {
        ArticleId last = null;
        List<Article> batch;
        do {
            batch = articles.after(last, BATCH);
            if (!batch.isEmpty()) {
                var part = batch;
                crew.does(() -> print(part, meter));
                last = batch.getLast().id();
            }
        } while (batch.size() == BATCH && !crew.hasFailed());
        crew.finish();
        for (var article : withdrawn.entrySet()) {
            if (!living.containsKey(article.getKey())) {
                print(article.getValue());
            }
        }
    }

    /** Stands for all that an article says. */
    String stamp(ArticleId article) {
        return String.valueOf(digests.get(article)); // if it was not there yet, what it is in is made anew next time
    }

    private void print(List<Article> part, Meter meter) throws IOException {
        for (var article : part) {
            digests.put(article.id(), Copies.key(article));
            media.note(article);
            String address = article.feed() + "/" + article.slug();
            if (article.state() == State.WITHDRAWN) {
                withdrawn.merge(address, article, PrintedArticles::later);
            } else {
                living.put(address, true);
                print(article);
            }
        }
        meter.look();
    }

    private static Article later(Article one, Article other) {
        if (one.appeared() == null || other.appeared() == null) {
            return one.appeared() == null ? other : one;
        }
        int order = one.appeared().compareTo(other.appeared());
        return order == 0
                ? (one.id().value().compareTo(other.id().value()) < 0 ? one : other)
                : order > 0 ? one : other;
    }

    private void print(Article article) throws IOException {
        var feed = feeds.get(article.feed());
        if (feed == null) {
            return;
        }
        String key = Copies.key(String.valueOf(feedKeys.get(feed.name())), stamp(article.id()));
        String path = Names.page("articles/" + feed.name() + "/" + article.slug());
        boolean isHere = article.state() == State.PUBLISHED;
        if (isHere && copies.keep(List.of(path), key)) {
            return;
        }
        var page = pages.of(feed, article);
        if (page.isPresent()) {
            configuration.add(page.get());
            copies.put(Names.file(page.get()), key, page.get().bytes());
        }
    }
}
