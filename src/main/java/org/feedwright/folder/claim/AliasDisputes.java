package org.feedwright.folder.claim;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.article.Aliases;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.JdbcFormerDocuments;
import org.feedwright.feed.LocalAddress;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.folder.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Warns of former addresses that lead nowhere: something lives there, another article or feed claimed them first, or
 * they are on another host.
 */
@Component
public class AliasDisputes {
    /** What is there in every service. */
    static final Set<String> PAGES = Set.of("/", "/feeds.opml", "/robots.txt", "/sitemap.xml", "/favicon.ico");

    private final Feeds feeds;
    private final Articles articles;
    private final Media media;
    private final Aliases aliases;
    private final JdbcFormerDocuments documents;
    private final InstantSource clock;

    AliasDisputes(
            Feeds feeds,
            Articles articles,
            Media media,
            Aliases aliases,
            JdbcFormerDocuments documents,
            InstantSource clock) {
        this.feeds = feeds;
        this.articles = articles;
        this.media = media;
        this.aliases = aliases;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Who claimed addresses first.
     *
     * @param feeds by address, as all that follows
     */
    public record Claims(Map<String, FeedName> feeds, Map<String, ArticleId> articles) {
        static final Claims NONE = new Claims(Map.of(), Map.of());
    }

    /** Who claimed the aliases of articles that have just been stored. */
    public Claims claims(List<Reading.Good> files) {
        var addresses = files.stream()
                .flatMap(file ->
                        file.file().manuscript().aliases().stream().flatMap(alias -> address(file, alias).stream()))
                .map(LocalAddress::toString)
                .collect(Collectors.toSet());
        return addresses.isEmpty() ? Claims.NONE : new Claims(documents.holders(), aliases.holders(addresses));
    }

    /** The warnings of an article that has just been stored. */
    public List<Problem> of(Reading.Good file, ArticleId article, Claims claims) {
        var problems = new Problems(file.path().toString());
        for (String alias : file.file().manuscript().aliases()) {
            address(file, alias)
                    .map(address -> dispute(alias, address, article, claims))
                    .orElseGet(() -> Optional.of(AliasWarnings.elsewhere(alias)))
                    .ifPresent(what -> problems.warn(file.file().aliasesLine(), what, AliasWarnings.REMEDY));
        }
        return problems.warnings();
    }

    /** Where an author's address is here. The home of a feed is asked for only by those that state a whole address. */
    private Optional<LocalAddress> address(Reading.Good file, String alias) {
        String home = alias.contains("//")
                ? feeds.definition(file.file().manuscript().feed())
                        .map(definition -> definition.description().home())
                        .orElse(null)
                : null;
        return feeds.addresses().local(alias, home);
    }

    /** Adds the warnings of a definition that is about to be stored. */
    public void warn(FeedName feed, FeedDefinition definition, int line, Problems problems) {
        var holders = definition.identity().formerlyAt().isEmpty() ? Map.<String, FeedName>of() : documents.holders();
        for (var document : definition.identity().formerlyAt()) {
            String written = document.address();
            feeds.addresses()
                    .local(written, definition.description().home())
                    .map(address -> dispute(written, address, feed, holders))
                    .orElseGet(() -> Optional.of(AliasWarnings.elsewhere(written)))
                    .ifPresent(what -> problems.warn(line, what, AliasWarnings.REMEDY));
        }
    }

    private Optional<String> dispute(
            String written, LocalAddress address, FeedName feed, Map<String, FeedName> holders) {
        return isAlive(address, null)
                ? Optional.of(AliasWarnings.alive(written))
                : Optional.ofNullable(holders.get(address.toString()))
                        .filter(holder -> !holder.equals(feed))
                        .map(holder -> AliasWarnings.ofFeed(written, holder));
    }

    private Optional<String> dispute(String alias, LocalAddress address, ArticleId article, Claims claims) {
        if (isAlive(address, article)) {
            return Optional.of(AliasWarnings.alive(alias));
        }
        String key = address.toString();
        return Optional.ofNullable(claims.feeds().get(key))
                .map(feed -> AliasWarnings.ofFeed(alias, feed))
                .or(() -> Optional.ofNullable(claims.articles().get(key))
                        .filter(holder -> !holder.equals(article))
                        .map(holder -> AliasWarnings.ofArticle(alias, named(holder))));
    }

    /** Whether something lives at an address, other than this article. */
    private boolean isAlive(LocalAddress address, @Nullable ArticleId self) {
        String path = address.path();
        if (address.isOfFrontPage() || (PAGES.contains(path) && !path.equals("/"))) {
            return true;
        }
        return Address.parse(path)
                .filter(known -> switch (known) {
                    case Address.Article(var feed, var slug) ->
                        articles.find(feed, slug)
                                .filter(article -> article.state() != State.WITHDRAWN)
                                .filter(article -> !article.id().equals(self))
                                .isPresent();
                    case Address.Document document -> isFeed(document.logicalFeed(), document.archive());
                    case Address.Page page -> isFeed(page.logicalFeed(), page.archive());
                    case Address.MediaFile(var feed, var file) ->
                        media.typeOf(feed, file, clock.instant()).isPresent();
                })
                .isPresent();
    }

    private boolean isFeed(LogicalFeed feed, int archive) {
        return archive == 0 && feed.facet() == null && isFeed(feed.feed());
    }

    private boolean isFeed(FeedName feed) {
        return feeds.stored(feed).filter(known -> !known.isRetired()).isPresent() || feed.equals(Feed.ALL);
    }

    /** An article that readers cannot see yet is not named. */
    private String named(ArticleId holder) {
        return articles.find(holder)
                .filter(article -> article.hasBeenSeen(clock.instant()))
                .map(AliasDisputes::name)
                .orElse("an article that is not out yet");
    }

    private static String name(Article article) {
        return "the article " + article.feed() + "/" + article.slug();
    }
}
