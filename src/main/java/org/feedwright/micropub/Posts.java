package org.feedwright.micropub;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.feedwright.access.Scopes;
import org.feedwright.api.ApiArticles;
import org.feedwright.api.ApiArticles.Written;
import org.feedwright.api.Held;
import org.feedwright.api.Json;
import org.feedwright.api.KnownFeeds;
import org.feedwright.api.Refusal;
import org.feedwright.article.Article.State;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.upload.Uploads;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates, changes, deletes and brings back posts. They are articles of the API, which reads and checks them. */
@Component
class Posts {
    /** At least one of them makes something to be seen. */
    private static final Set<String> SHOWN = Set.of("name", "content", "summary", "photo", "audio", "video");

    private static final String WITHDRAWN = "withdrawn";

    private final ApiArticles articles;
    private final KnownFeeds feeds;
    private final Addresses addresses;
    private final Uploads uploads;
    private final InstantSource clock;

    Posts(ApiArticles articles, KnownFeeds feeds, Feeds catalogue, Uploads uploads, InstantSource clock) {
        this.articles = articles;
        this.feeds = feeds;
        this.addresses = catalogue.addresses();
        this.uploads = uploads;
        this.clock = clock;
    }

    /** An address is taken by another post, also by one that was deleted and may come back. */
    private static final class Occupied extends RuntimeException {
        Occupied() {
            super(null, null, false, false);
        }
    }

    Written create(Scopes scopes, FeedName feed, Post post) {
        if (SHOWN.stream()
                .flatMap(name -> post.properties().getOrDefault(name, List.of()).stream())
                .allMatch(Source::isNothing)) {
            throw MicropubRefusal.invalid("Nothing in the post could be shown. Send 'content', 'name' or 'photo'.");
        }
        feeds.findOpen(feed);
        var source = new Source(Json.object(), files(feed));
        var properties = new LinkedHashMap<>(post.withAlternatives().properties());
        properties.remove("slug"); // it becomes the address
        source.write(properties);
        for (var slug : (Iterable<Slug>) PostSlug.candidates(post, clock.instant())::iterator) {
            try {
                return articles.write(scopes, feed, slug, before -> free(before, source.article()));
            } catch (Occupied _) {
                // the next name may be free
            }
        }
        throw MicropubRefusal.invalid("There are very many posts with this name already. Send 'mp-slug'.");
    }

    private static ObjectNode free(Optional<Held> before, ObjectNode source) {
        if (before.isPresent()) {
            throw new Occupied();
        }
        return source;
    }

    /** The properties of a post; as it was written, not as readers see it. */
    Map<String, List<JsonNode>> properties(Scopes scopes, String url) {
        var address = address(scopes, url);
        var held = articles.find(address.feed(), address.slug())
                .filter(post -> !isDeleted(post))
                .orElseThrow(() -> absent(url));
        return new Source(held.written(), files(address.feed())).properties();
    }

    /** A post in a list. */
    record Listed(String url, Map<String, List<JsonNode>> properties) {}

    /** The posts of these feeds that an app may change, newest first. */
    List<Listed> newest(List<FeedName> feeds, int offset, int count) {
        return articles.newest(feeds, offset, count).stream()
                .map(held -> {
                    var article = held.article();
                    return new Listed(
                            addresses.article(article.feed(), article.slug()),
                            new Source(held.written(), files(article.feed())).properties());
                })
                .toList();
    }

    Written update(Scopes scopes, String url, PropertyChange change) {
        if (change.names().stream().anyMatch(name -> name.startsWith("mp-"))) {
            throw MicropubRefusal.invalid(
                    "Commands to the server (mp-…) cannot be changed afterwards. Leave them out.");
        }
        return change(scopes, url, (before, article) -> {
            if (isDeleted(before)) {
                throw MicropubRefusal.invalid("This post was deleted. Undelete it first.");
            }
            var source = new Source(article, files(before.article().feed()));
            source.write(change.apply(source.properties()));
        });
    }

    /** Deletes a post. What was written is kept, so that it can be brought back as itself. */
    void delete(Scopes scopes, String url) {
        change(scopes, url, (_, article) -> article.put(WITHDRAWN, true));
    }

    Written undelete(Scopes scopes, String url) {
        return change(scopes, url, (before, article) -> {
            if (!isDeleted(before)) {
                throw MicropubRefusal.invalid("This post was not deleted.");
            }
            article.remove(WITHDRAWN);
        });
    }

    private static boolean isDeleted(Held post) {
        return post.article().state() == State.WITHDRAWN;
    }

    /** @param change changes what was written of a post that is there */
    private Written change(Scopes scopes, String url, BiConsumer<Held, ObjectNode> change) {
        var address = address(scopes, url);
        return articles.write(scopes, address.feed(), address.slug(), before -> {
            var held = before.orElseThrow(() -> absent(url));
            var article = held.written();
            change.accept(held, article);
            return article;
        });
    }

    private Address.Article address(Scopes scopes, String url) {
        var address = FileAddresses.article(addresses, url.strip()).orElseThrow(() -> absent(url));
        Destinations.mustPublish(scopes, address.feed());
        return address;
    }

    private static Refusal absent(String url) {
        return MicropubRefusal.invalid("There is no post at '" + url + "'.");
    }

    private FileAddresses files(FeedName feed) {
        return new FileAddresses(addresses, uploads, feed);
    }

    String page(Written written) {
        var article = written.held().article();
        return addresses.article(article.feed(), article.slug());
    }
}
