package org.feedwright.micropub;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what apps ask before they write (Micropub §3.7). */
@Component
class Queries {
    static final String MEDIA_ENDPOINT = "/micropub/media";

    /** The newest articles in which categories are looked for. */
    private static final int ARTICLES = 200;

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

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
        return url == null ? list(scopes, query) : post(posts.properties(scopes, url), query);
    }

    private static ObjectNode post(Map<String, List<JsonNode>> properties, QueryParameters query) {
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

    /**
     * The posts that the app may change, newest first
     * (<a href="https://indieweb.org/Micropub-extensions#Query_for_Post_List">Query for Post List</a>, with the parameters
     * of <a href="https://github.com/indieweb/micropub-extensions/issues/36">limit and offset</a>). The answer names the
     * next part by {@code paging}, as Microsub does.
     */
    private ObjectNode list(Scopes scopes, QueryParameters query) {
        int limit = Math.min(number(query, "limit", USUAL), MOST);
        int offset = number(query, query.first("after") == null ? "offset" : "after", 0);
        String destination = query.first("mp-destination");
        var feeds = destination == null
                ? destinations.open(scopes).stream().map(Feed::name).toList()
                : List.of(destinations.of(scopes, destination));
        var found = posts.newest(feeds, offset, limit + 1);
        var answer = Json.object();
        var items = answer.putArray("items");
        found.stream().limit(limit).forEach(each -> {
            var item = post(each.properties(), query);
            ((ObjectNode) item.get("properties")).putArray("url").add(each.url());
            items.add(item);
        });
        if (found.size() > limit) {
            answer.putObject("paging").put("after", String.valueOf(offset + limit));
        }
        return answer;
    }

    private static int number(QueryParameters query, String name, int usual) {
        String value = query.first(name);
        if (value == null) {
            return usual;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw MicropubRefusal.invalid("'" + name + "' is not a number.");
        }
        return Integer.parseInt(value);
    }
}
