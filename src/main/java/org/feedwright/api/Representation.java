package org.feedwright.api;

import java.time.Instant;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Fields;
import org.feedwright.http.Preconditions;
import org.feedwright.http.Preconditions.Outcome;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API answers of an article or a feed: what was written, and under {@code stored} what the service adds; and
 * what it answers of a file.
 *
 * @param tag the strong entity tag, without quotes
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
public record Representation(byte[] json, String tag) {
    static final String PREVIEW = "preview";

    /** The answer to whoever gets it. */
    public Answer answer(Fields asked) {
        return switch (Preconditions.of(asked).outcome(tag, tag::equals, null)) {
            case Outcome.Failed _ -> throw new Refusal(412, "What is here is not what If-Match names.");
            case Outcome.NotModified _ -> Answer.of(304, tagField(), Json.NO_STORE);
            case Outcome.Met _ -> whole(200);
        };
    }

    /** The answer to whoever wrote it. */
    Answer written(boolean isNew, String address) {
        var answer = whole(isNew ? 201 : 200).with(new Field("Content-Location", address));
        return isNew ? answer.with(new Field("Location", address)) : answer;
    }

    /** The answer that has all of it. */
    public Answer whole(int status) {
        return Json.answer(status, json).with(tagField());
    }

    private Field tagField() {
        return new Field("ETag", '"' + tag + '"');
    }

    public static Representation of(ObjectNode whole) {
        byte[] json = Json.bytes(whole);
        return new Representation(json, Digest.hex(json));
    }

    static Representation of(Held held, Addresses addresses, Instant now) {
        return of(whole(held, addresses, now));
    }

    /**
     * The same with the secret address of its preview. The tag does not count it: whoever sends back a state as
     * {@code If-Match} has changed nothing by asking twice.
     */
    static Representation of(Held held, Addresses addresses, Instant now, String preview) {
        var whole = whole(held, addresses, now);
        String tag = of(whole).tag();
        whole.withObject(RequestReader.STORED).put(PREVIEW, preview);
        return new Representation(Json.bytes(whole), tag);
    }

    private static ObjectNode whole(Held held, Addresses addresses, Instant now) {
        var whole = written(held);
        whole.set(RequestReader.STORED, stored(held, addresses, now));
        return whole;
    }

    /** What was written; of an article from elsewhere, the main parts of what readers see. */
    private static ObjectNode written(Held held) {
        return held.source() != null && Json.read(held.source()) instanceof ObjectNode written
                ? written
                : seen(held.article());
    }

    private static ObjectNode seen(Article article) {
        ArticleText text = article.text();
        var seen = Json.object();
        seen.put("title", text.title());
        seen.put("published", article.published().toString());
        put(seen, "link", text.link());
        seen.set("authors", Json.tree(text.authors().stream().map(Person::name).toList()));
        seen.set(
                "categories",
                Json.tree(text.categories().stream().map(Category::name).toList()));
        seen.set(
                "highlights",
                Json.tree(text.highlights().stream().map(Highlight::text).toList()));
        put(seen, "summary", text.summary());
        seen.putObject(WrittenBody.KEY).put("html", text.body().html());
        return seen;
    }

    private static ObjectNode stored(Held held, Addresses addresses, Instant now) {
        var article = held.article();
        var stored = summary(held, addresses, now);
        stored.put("id", article.id().value());
        stored.put("updated", article.updated().toString());
        put(stored, "withdrawn", article.withdrawn());
        put(stored, "reason", article.reason());
        stored.set("warnings", Json.read(held.warnings()));
        return stored;
    }

    /** An article in a list. */
    static ObjectNode listed(Held held, Addresses addresses, Instant now) {
        var listed = summary(held, addresses, now);
        listed.put("slug", held.article().slug().value());
        listed.put("title", held.article().text().title());
        listed.put("published", held.article().published().toString());
        return listed;
    }

    private static ObjectNode summary(Held held, Addresses addresses, Instant now) {
        var article = held.article();
        var summary = Json.object();
        summary.put("state", state(article, now));
        summary.put("origin", held.isOfTheApi() ? "api" : "folder");
        put(summary, "file", held.file());
        summary.put("self", ApiAddresses.of(addresses).article(article.feed(), article.slug()));
        summary.put("page", addresses.article(article.feed(), article.slug()));
        return summary;
    }

    private static String state(Article article, Instant now) {
        return switch (article.state()) {
            case DRAFT -> "draft";
            case WITHDRAWN -> "withdrawn";
            case PUBLISHED -> article.isVisible(now) ? "published" : "scheduled";
        };
    }

    static Representation of(Feed feed, HeldFeed held, Addresses addresses) {
        var whole = held.written() != null && Json.read(held.written().source()) instanceof ObjectNode written
                ? written
                : Json.object().put("title", feed.definition().title());
        var stored = listed(feed, held, addresses);
        stored.remove("title");
        stored.put("id", feed.id());
        stored.set(
                "warnings",
                Json.read(
                        held.written() == null
                                ? Held.NO_WARNINGS
                                : held.written().warnings()));
        whole.set(RequestReader.STORED, stored);
        return of(whole);
    }

    /** A feed in a list. */
    static ObjectNode listed(Feed feed, HeldFeed held, Addresses addresses) {
        var name = feed.name();
        var listed = Json.object();
        listed.put("name", name.value());
        listed.put("title", feed.definition().title());
        listed.put("origin", held.written() == null ? "folder" : "api");
        put(listed, "file", held.file());
        listed.put("self", ApiAddresses.of(addresses).feed(name));
        listed.put("articles", ApiAddresses.of(addresses).articles(name));
        listed.put("page", addresses.feed(name));
        listed.put("atom", addresses.document(name, "atom"));
        listed.put("rss", addresses.document(name, "rss"));
        listed.put("json", addresses.document(name, "json"));
        return listed;
    }

    private static void put(ObjectNode object, String key, @Nullable Object value) {
        if (value != null) {
            object.put(key, value.toString());
        }
    }
}
