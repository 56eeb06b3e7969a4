package org.feedwright.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.FormerAddress;
import org.feedwright.article.ListedArticle;
import org.feedwright.article.Slug;
import org.feedwright.export.server.ServerFacts;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.page.PageCopies;
import org.feedwright.page.PageCopy;

/**
 * The articles' pages. All articles pass by once, of which those are read whose page may be another one, and a
 * digest of each is kept for those who come after.
 */
final class ArticleExport {
    private static final int BATCH = 250;

    private final ExportRun run;
    private final Articles articles;
    private final PageCopies pages;
    private final IncrementalFiles copies;
    private final ServerFacts configuration;
    private final Map<FeedName, Feed> feeds;
    private final Map<FeedName, String> feedKeys = new HashMap<>();
    private final Map<ArticleId, String> digests = new ConcurrentHashMap<>();

    /** Of those that had one address, the newest of the withdrawn ones, which is told of if none lives there. */
    private final Map<String, ListedArticle> withdrawn = new ConcurrentHashMap<>();

    /** Whether those that are not withdrawn have a page, by their addresses. */
    private final Map<String, Boolean> living = new ConcurrentHashMap<>();

    /** Who left an address last, by the address. */
    private final Map<String, FormerAddress> former;

    ArticleExport(ExportRun run, Articles articles, PageCopies pages, List<Feed> feeds) {
        this.run = run;
        this.copies = run.copies();
        this.configuration = run.configuration();
        this.articles = articles;
        this.pages = pages;
        this.former = articles.formerAddresses().stream()
                .collect(Collectors.toMap(each -> address(each.feed(), each.slug()), Function.identity()));
        this.feeds = feeds.stream().collect(Collectors.toMap(Feed::name, Function.identity()));
        feeds.forEach(feed -> feedKeys.put(
                feed.name(), IncrementalFiles.key(run.site(), feed.name(), feed.isRetired(), feed.definition())));
    }

    void print() throws IOException {
        ArticleId last = null;
        List<ListedArticle> batch;
        do {
            batch = articles.listed(last, BATCH);
            if (!batch.isEmpty()) {
                var part = batch;
                run.crew().does(() -> {
                    part.forEach(this::note);
                    print(part.stream()
                            .filter(article -> article.state() != State.WITHDRAWN)
                            .toList());
                    run.meter().look();
                });
                last = batch.getLast().id();
            }
        } while (batch.size() == BATCH && !run.crew().hasFailed());
        run.crew().finish();
        var gone = withdrawn.entrySet().stream()
                .filter(article -> !living.containsKey(article.getKey()) && !former.containsKey(article.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        for (int from = 0; from < gone.size(); from += BATCH) {
            print(gone.subList(from, Math.min(from + BATCH, gone.size())));
        }
    }

    /**
     * What is at the addresses that articles had, once all articles have passed.
     *
     * @param successors what feeds of former names are called now
     */
    void printFormer(Addresses addresses, Map<FeedName, FeedName> successors) throws IOException {
        for (var address : former.values()) {
            if (hasPage(address.feed(), address.slug())) {
                continue;
            }
            var article = articles.find(address.article()).orElseThrow();
            var feed = feeds.get(article.feed());
            if (article.state() == State.PUBLISHED && hasPage(article.feed(), article.slug())) {
                String to = addresses.article(article.feed(), article.slug());
                configuration.move(new Address.Article(address.feed(), address.slug()).decoded(), to);
                successors.forEach((name, successor) -> {
                    if (successor.equals(address.feed()) && !hasStayed(name, address.slug())) {
                        configuration.move(new Address.Article(name, address.slug()).decoded(), to);
                    }
                });
            } else if (feed != null) {
                var page = pages.ofWithdrawn(feed, article, address);
                if (page.isPresent()) {
                    print(page.get(), "");
                }
            }
        }
    }

    /** What was taken back where a feed had another name is told of there. */
    private boolean hasStayed(FeedName feed, Slug slug) {
        return hasPage(feed, slug) || withdrawn.containsKey(address(feed, slug));
    }

    private boolean hasPage(FeedName feed, Slug slug) {
        return living.getOrDefault(address(feed, slug), false);
    }

    private static String page(ListedArticle article) {
        return ExportPaths.page(ExportPaths.file(new Address.Article(article.feed(), article.slug())));
    }

    private static String address(FeedName feed, Slug slug) {
        return feed + "/" + slug;
    }

    /** Stands for all that an article says. */
    String stamp(ArticleId article) {
        return String.valueOf(digests.get(article)); // if it was not there yet, what it is in is made anew next time
    }

    private void note(ListedArticle article) {
        digests.put(article.id(), article.digest());
        String address = address(article.feed(), article.slug());
        if (article.state() == State.WITHDRAWN) {
            withdrawn.merge(address, article, ArticleExport::later);
        } else {
            living.put(address, false);
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
                .filter(article -> !isKept(article))
                .map(ListedArticle::id)
                .toList();
        for (var article : articles.find(changed)) {
            var feed = feeds.get(article.feed());
            if (feed != null) {
                print(pages.of(feed, article), article);
            }
        }
    }

    private boolean isKept(ListedArticle article) {
        String address = address(article.feed(), article.slug());
        boolean isKept = article.state() == State.PUBLISHED
                && copies.keep(List.of(page(article)), key(article.feed(), article.id()));
        if (isKept) {
            living.put(address, true);
        }
        return isKept;
    }

    private void print(Optional<PageCopy> page, Article article) throws IOException {
        if (page.isPresent()) {
            print(page.get(), key(article.feed(), article.id()));
            living.replace(address(article.feed(), article.slug()), true);
        }
    }

    private void print(PageCopy page, String key) throws IOException {
        configuration.add(page);
        copies.put(ExportPaths.file(page), key, page.bytes());
    }

    private String key(FeedName feed, ArticleId article) {
        return IncrementalFiles.key(String.valueOf(feedKeys.get(feed)), stamp(article));
    }
}
