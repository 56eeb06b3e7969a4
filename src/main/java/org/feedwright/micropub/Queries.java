package org.feedwright.micropub;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.feedwright.access.Scopes;
import org.feedwright.api.Json;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.Category;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Answers what apps ask before they write (Micropub §3.7). */
@Component
class Queries {
    static final String MEDIA_ENDPOINT = "/micropub/media";

    /** The newest articles in which categories are looked for. */
    private static final int ARTICLES = 200;

    private static final List<String> KNOWN = List.of("config", "source", "syndicate-to", "category", "destination");

    private final Destinations destinations;
    private final Posts posts;
    private final Articles articles;
    private final Addresses addresses;
    private final InstantSource clock;

    Queries(Destinations destinations, Posts posts, Articles articles, Feeds feeds, InstantSource clock) {
        this.destinations = destinations;
        this.posts = posts;
        this.articles = articles;
        this.addresses = feeds.addresses();
        this.clock = clock;
    }

    ObjectNode answer(Scopes scopes, QueryParameters query) {
        return switch (Objects.requireNonNullElse(query.first("q"), "")) {
            case "config" -> config(scopes);
            case "syndicate-to" -> syndication();
            case "category" -> categories(scopes, query.first("filter"));
            case "destination" -> destinations(scopes);
            case "source" -> source(scopes, query);
            default -> throw MicropubRefusal.invalid("'q' is none of " + String.join(", ", KNOWN) + ".");
        };
    }

    private ObjectNode config(Scopes scopes) {
        var config = syndication();
        config.put("media-endpoint", addresses.home().replaceFirst("/$", "") + MEDIA_ENDPOINT);
        config.setAll(destinations(scopes));
        config.set("channels", config.get("destination"));
        config.set("q", Json.tree(KNOWN));
        config.set("mp", Json.tree(Post.FOLLOWED));
        config.set("post-status", Json.tree(List.of("published", "draft")));
        config.set("visibility", Json.tree(List.of("public")));
        var types = config.putArray("post-types");
        Stream.of("note", "article", "photo", "audio", "video")
                .forEach(type -> types.addObject()
                        .put("type", type)
                        .put("name", type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1)));
        return config;
    }

    /** Feeds are what others syndicate from; nothing is sent elsewhere from here. */
    private static ObjectNode syndication() {
        var syndication = Json.object();
        syndication.putArray("syndicate-to");
        return syndication;
    }

    private ObjectNode destinations(Scopes scopes) {
        var answer = Json.object();
        var list = answer.putArray("destination");
        destinations
                .open(scopes)
                .forEach(feed -> list.addObject()
                        .put("uid", feed.name().value())
                        .put("name", feed.definition().title()));
        return answer;
    }

    /** @param filter only those that contain it; null for all */
    private ObjectNode categories(Scopes scopes, @Nullable String filter) {
        var open = destinations.open(scopes);
        var names = open.stream().map(Feed::name).toList();
        var found = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        open.forEach(
                feed -> feed.definition().description().categories().forEach(category -> found.add(category.name())));
        articles.newest(ARTICLES, clock.instant()).stream()
                .filter(article -> names.contains(article.feed()))
                .flatMap(Queries::categories)
                .forEach(found::add);
        if (filter != null) {
            String part = filter.toLowerCase(Locale.ROOT);
            found.removeIf(name -> !name.toLowerCase(Locale.ROOT).contains(part));
        }
        var answer = Json.object();
        answer.set("categories", Json.tree(found));
        return answer;
    }

    private static Stream<String> categories(Article article) {
        return article.text().categories().stream().map(Category::name);
    }

    private ObjectNode source(Scopes scopes, QueryParameters query) {
        String url = query.first("url");
        if (url == null) {
            throw MicropubRefusal.invalid("Say by 'url' which post is asked for.");
        }
        var properties = posts.properties(scopes, url);
        var wanted = query.all("properties");
        var answer = Json.object();
        if (wanted.isEmpty()) {
            answer.putArray("type").add("h-entry");
        } else {
            properties.keySet().retainAll(wanted);
        }
        answer.set("properties", Json.tree(properties));
        return answer;
    }
}
