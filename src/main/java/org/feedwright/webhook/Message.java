package org.feedwright.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.store.StoredJson;

/** What receivers are told, as JSON. */
final class Message {
    private static final List<String> FORMATS = List.of("atom", "rss", "json");

    private final Addresses addresses;

    Message(Addresses addresses) {
        this.addresses = addresses;
    }

    /** A new id. It has no {@code .}, which parts what is signed. */
    static String newId() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** What has happened to an article, for the readers of this feed. */
    String of(EventType type, FeedName feed, Article article, Instant now) {
        var data = data(feed);
        data.put("id", article.id().value());
        if (type == EventType.WITHDRAWN) {
            withdrawn(feed, article, data);
        } else {
            shown(article, data);
        }
        return json(type, now, data);
    }

    /** What has happened to a feed. */
    String of(EventType type, Feed feed, Instant now) {
        return json(type, now, feed(feed));
    }

    /** That a feed has another name. */
    String renamed(Feed feed, FeedName former, Instant now) {
        var data = feed(feed);
        var before = data(former);
        before.put("url", addresses.feed(former));
        data.put("former", before);
        return json(EventType.FEED_RENAMED, now, data);
    }

    private Map<String, Object> feed(Feed feed) {
        var data = data(feed.name());
        data.put("id", feed.id());
        data.put("url", addresses.feed(feed.name()));
        data.put("title", feed.definition().title());
        return data;
    }

    /** What is sent to try whether somebody hears. */
    static String test(Instant now) {
        return json(EventType.TEST, now, Map.of("text", "Feedwright can reach you."));
    }

    private static String json(EventType type, Instant now, Map<String, Object> data) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type.token());
        message.put("timestamp", now.toString());
        message.put("data", data);
        return StoredJson.write(message);
    }

    private Map<String, Object> data(FeedName feed) {
        var documents = new LinkedHashMap<String, String>();
        FORMATS.forEach(format -> documents.put(format, addresses.document(feed, format)));
        var data = new LinkedHashMap<String, Object>();
        data.put("feed", feed.value());
        data.put("documents", documents);
        return data;
    }

    private void shown(Article article, Map<String, Object> data) {
        var text = article.text();
        data.put("slug", article.slug().value());
        data.put("url", addresses.article(article.feed(), article.slug()));
        if (text.link() != null) {
            data.put("link", text.link());
        }
        data.put("title", text.title());
        data.put("published", article.published().toString());
        data.put("updated", article.updated().toString());
        if (text.summary() != null) {
            data.put("summary", text.summary());
        }
        data.put("highlights", text.highlights().stream().map(Highlight::text).toList());
        data.put("authors", text.authors().stream().map(Person::name).toList());
        data.put("categories", text.categories().stream().map(Category::name).toList());
    }

    /** No more than readers may know: what took its place may be a draft, or in another feed. */
    private void withdrawn(FeedName feed, Article article, Map<String, Object> data) {
        if (article.state() != State.WITHDRAWN || !article.feed().equals(feed)) {
            return;
        }
        data.put("slug", article.slug().value());
        data.put("url", addresses.article(feed, article.slug()));
        if (article.withdrawn() != null) {
            data.put("withdrawn", article.withdrawn().toString());
        }
        if (article.reason() != null) {
            data.put("reason", article.reason());
        }
    }
}
