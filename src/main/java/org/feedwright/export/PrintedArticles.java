package org.feedwright.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.ListedArticle;
import org.feedwright.feed.Feed;
import org.feedwright.page.PageCopies;

/**
 * The articles' pages. All articles pass by once, of which those are read whose page may be another one, and a
 * digest of each is kept for those who come after.
 */
final class PrintedArticles {
    private static final int BATCH = 250;

    private final Articles articles;
    private final PageCopies pages;
    private final Copies copies;
    private final Configuration configuration;
    private final Map<FeedName, Feed> feeds;
    private final Map<FeedName, String> feedKeys = new HashMap<>();
    private final Map<ArticleId, String> digests = new ConcurrentHashMap<>();

    /** Of those that had one address, the newest of the withdrawn ones, which is told of if none lives there. */
    private final Map<String, ListedArticle> withdrawn = new ConcurrentHashMap<>();

    private final Set<String> living = ConcurrentHashMap.newKeySet();

    PrintedArticles(
            Articles articles,
            PageCopies pages,
            Copies copies,
            Configuration configuration,
            List<Feed> feeds,
            String site) {
        this.articles = articles;
        this.pages = pages;
        this.copies = copies;
        this.configuration = configuration;
        this.feeds = feeds.stream().collect(Collectors.toMap(Feed::name, Function.identity()));
        feeds.forEach(
                feed -> feedKeys.put(feed.name(), Copies.key(site, feed.name(), feed.isRetired(), feed.definition())));
    }

    void print(Crew crew, Meter meter) throws IOException {
        ArticleId last = null;
        List<ListedArticle> batch;
        do {
            batch = articles.listed(last, BATCH);
            if (!batch.isEmpty()) {
                var part = batch;
                crew.does(() -> {
                    part.forEach(this::note);
                    print(part.stream()
                            .filter(article -> article.state() != State.WITHDRAWN)
                            .toList());
                    meter.look();
                });
                last = batch.getLast().id();
            }
        } while (batch.size() == BATCH && !crew.hasFailed());
        crew.finish();
        var gone = withdrawn.entrySet().stream()
                .filter(article -> !living.contains(article.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        for (int from = 0; from < gone.size(); from += BATCH) {
            print(gone.subList(from, Math.min(from + BATCH, gone.size())));
        }
    }

    /** Stands for all that an article says. */
    String stamp(ArticleId article) {
        return String.valueOf(digests.get(article)); // if it was not there yet, what it is in is made anew next time
    }

    private void note(ListedArticle article) {
        digests.put(article.id(), article.digest());
        String address = article.feed() + "/" + article.slug();
        if (article.state() == State.WITHDRAWN) {
            withdrawn.merge(address, article, PrintedArticles::later);
        } else {
            living.add(address);
        }
    }

    private static ListedArticle later(ListedArticle one, ListedArticle other) {
        if (one.appeared() == null || other.appeared() == null) {
            return one.appeared() == null ? other : one;
        }
        int order = one.appeared().compareTo(other.appeared());
        return order == 0
                ? (one.id().value().compareTo(other.id().value()) < 0 ? one : other)
                : order > 0 ? one : other;
    }

    private void print(List<ListedArticle> part) throws IOException {
        var changed = part.stream()
                .filter(article -> feeds.containsKey(article.feed()) && !isKept(article))
                .map(ListedArticle::id)
                .toList();
        for (var article : articles.find(changed)) {
            print(article);
        }
    }

    private boolean isKept(ListedArticle article) {
        String path = Names.page("articles/" + article.feed() + "/" + article.slug());
        return article.state() == State.PUBLISHED && copies.keep(List.of(path), key(article.feed(), article.id()));
    }

    private void print(Article article) throws IOException {
        var page = pages.of(Objects.requireNonNull(feeds.get(article.feed())), article);
        if (page.isPresent()) {
            configuration.add(page.get());
            copies.put(
                    Names.file(page.get()),
                    key(article.feed(), article.id()),
                    page.get().bytes());
        }
    }

    private String key(FeedName feed, ArticleId article) {
        return Copies.key(String.valueOf(feedKeys.get(feed)), stamp(article));
    }
}
