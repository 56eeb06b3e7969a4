package org.feedwright.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedwright.access.PreviewAddresses;
import org.feedwright.api.ApiArticles.Change;
import org.feedwright.api.ApiArticles.Written;
import org.feedwright.article.Article.State;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.entry.ArticlePreview;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of articles in the API. */
@Controller
class ArticlesController {
    /** Under which the answer to several articles, and a list, has them. */
    static final String LIST = "articles";

    private static final int MOST_AT_ONCE = 500;

    private final Exchange exchange;
    private final Idempotency idempotency;
    private final KnownFeeds feeds;
    private final ApiArticles articles;
    private final Articles all;
    private final ArticlePreview preview;
    private final PreviewAddresses previews;
    private final Addresses addresses;
    private final InstantSource clock;

    ArticlesController(
            Exchange exchange,
            Idempotency idempotency,
            KnownFeeds feeds,
            ApiArticles articles,
            Articles all,
            ArticlePreview preview,
            PreviewAddresses previews,
            Feeds catalogue,
            InstantSource clock) {
        this.exchange = exchange;
        this.idempotency = idempotency;
        this.feeds = feeds;
        this.articles = articles;
        this.all = all;
        this.preview = preview;
        this.previews = previews;
        this.addresses = catalogue.addresses();
        this.clock = clock;
    }

    @RequestMapping(ApiAddresses.ARTICLE)
    void article(
            @PathVariable String feed,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        exchange.answer(request, response, List.of("GET", "PUT", "PATCH", "DELETE"), asked -> {
            var name = KnownFeeds.name(feed);
            if (asked.method().equals("GET")) {
                asked.mustRead(name);
                return get(asked, name, KnownFeeds.slug(slug));
            }
            asked.mustPublish(name);
            var address = KnownFeeds.slug(slug);
            return idempotency.once(asked, () -> switch (asked.method()) {
                case "PUT" -> put(asked, name, address);
                case "PATCH" -> patch(asked, name, address);
                default -> delete(asked, name, address);
            });
        });
    }

    @RequestMapping(ApiAddresses.ARTICLES)
    void articles(@PathVariable String feed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exchange.answer(request, response, List.of("GET", "POST"), asked -> {
            var name = KnownFeeds.name(feed);
            if (asked.method().equals("GET")) {
                asked.mustRead(name);
                return list(ListQuery.of(asked.query()), name);
            }
            asked.mustPublish(name);
            return idempotency.once(asked, () -> post(asked, name));
        });
    }

    /** Shows what would be published. It takes the right to publish: it costs as much, and objects to the same things. */
    @RequestMapping(path = ApiAddresses.PREVIEW, method = RequestMethod.POST)
    void preview(@PathVariable String feed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exchange.answer(request, response, List.of("POST"), asked -> {
            var name = KnownFeeds.name(feed);
            asked.mustPublish(name);
            return preview(asked, name);
        });
    }

    private Answer get(ApiRequest asked, FeedName feed, Slug slug) {
        feeds.find(feed);
        var held = articles.find(feed, slug).orElseThrow(() -> absent(feed, slug));
        return representation(held).answer(asked.fields());
    }

    /** Why there is nothing. */
    private Refusal absent(FeedName feed, Slug slug) {
        return all.find(feed, slug)
                .filter(article -> article.state() == State.WITHDRAWN && article.hasBeenSeen(clock.instant()))
                .map(article -> new Refusal(
                        410,
                        "This article was withdrawn"
                                + (article.reason() == null ? "." : ": " + article.reason())
                                + " Its id was " + article.id() + "; who states it brings the article back."))
                .orElseGet(() -> new Refusal(404, "There is no article '" + slug + "' in the feed '" + feed + "'."));
    }

    private Answer put(ApiRequest asked, FeedName feed, Slug slug) {
        var written = asked.json();
        written.remove(RequestReader.STORED);
        var conditions = exchange.conditions(asked);
        return written(articles.write(asked.scopes(), feed, slug, before -> checked(conditions, before, written)));
    }

    private Answer patch(ApiRequest asked, FeedName feed, Slug slug) {
        var patch = asked.patch();
        patch.remove(RequestReader.STORED);
        return written(articles.write(asked.scopes(), feed, slug, before -> {
            var held = before.orElseThrow(() -> absent(feed, slug));
            exchange.conditions(asked).check(tag(before));
            return MergePatch.apply((ObjectNode) Json.read(String.valueOf(held.source())), patch);
        }));
    }

    private Answer delete(ApiRequest asked, FeedName feed, Slug slug) {
        feeds.refuseDuringFirstLook();
        feeds.find(feed);
        String reason = ListQuery.parameter(asked.query(), "reason");
        boolean wasThere = articles.withdraw(
                feed, slug, reason, held -> exchange.conditions(asked).check(tag(Optional.of(held))));
        if (!wasThere) {
            throw absent(feed, slug);
        }
        return Answer.of(204, Json.NO_STORE);
    }

    private @Nullable String tag(Optional<Held> held) {
        return held.map(each ->
                        Representation.of(each, addresses, clock.instant()).tag())
                .orElse(null);
    }

    private Representation representation(Held held) {
        var now = clock.instant();
        return previews.of(held.article())
                .map(preview -> Representation.of(held, addresses, now, preview))
                .orElseGet(() -> Representation.of(held, addresses, now));
    }

    private Answer written(Written written) {
        var article = written.held().article();
        return representation(written.held())
                .written(written.isNew(), ApiAddresses.of(addresses).article(article.feed(), article.slug()));
    }

    /** Writes several articles, each of which states its slug. */
    private Answer post(ApiRequest asked, FeedName feed) {
        var changes = new LinkedHashMap<Slug, Change>();
        var conditions = exchange.conditions(asked);
        for (var written : batch(asked.json())) {
            var slug = slug(written, "#/articles/" + changes.size() + "/slug");
            written.remove(RequestReader.STORED);
            var change = new Change("#/articles/" + changes.size(), before -> checked(conditions, before, written));
            if (changes.put(slug, change) != null) {
                throw Refusal.of(
                        422, "#/articles", "two articles have the slug '" + slug + "'", "send each of them once");
            }
        }
        var answer = Json.object();
        var list = answer.putArray(LIST);
        for (var written : articles.write(asked.scopes(), feed, changes)) {
            var listed = listed(written.held());
            listed.put("id", written.held().article().id().value());
            listed.put("isNew", written.isNew());
            listed.set("warnings", Json.read(written.held().warnings()));
            list.add(listed);
        }
        return Json.answer(200, Json.bytes(answer));
    }

    private ObjectNode listed(Held held) {
        var listed = Representation.listed(held, addresses, clock.instant());
        previews.of(held.article()).ifPresent(address -> listed.put(Representation.PREVIEW, address));
        return listed;
    }

    /** Shows what a request would publish. Without a slug it has one that nobody else has. */
    private Answer preview(ApiRequest asked, FeedName name) {
        var written = asked.json();
        written.remove(RequestReader.STORED);
        var slug = written.hasNonNull("slug")
                ? slug(written, "#/slug")
                : free(name, written.path("title").asString(""));
        var held = articles.preview(asked.scopes(), name, slug, written);
        var answer = Representation.listed(held, addresses, clock.instant());
        answer.put("id", held.article().id().value());
        answer.put("updated", held.article().updated().toString());
        answer.set("warnings", Json.read(held.warnings()));
        answer.set("shown", Json.tree(preview.of(feeds.find(name), held.article())));
        return Json.answer(200, Json.bytes(answer));
    }

    /** An address in the words of a title that no article has. */
    private Slug free(FeedName feed, String title) {
        String words = Slug.of(title.toLowerCase(Locale.ROOT));
        String plain = Slug.isValid(words + "-99") ? words : "preview";
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> new Slug(number == 1 ? plain : plain + "-" + number))
                .filter(slug -> articles.find(feed, slug).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode checked(Conditions conditions, Optional<Held> before, ObjectNode written) {
        conditions.check(tag(before));
        return written;
    }

    private static List<ObjectNode> batch(ObjectNode sent) {
        if (!(sent.get("articles") instanceof ArrayNode array)
                || array.isEmpty()
                || array.size() > MOST_AT_ONCE
                || !array.values().stream().allMatch(ObjectNode.class::isInstance)) {
            throw Refusal.of(
                    422,
                    "#/articles",
                    "these are not 1 to " + MOST_AT_ONCE + " articles",
                    "write {\"articles\": [{\"slug\": \"…\", \"title\": \"…\", …}, …]}");
        }
        return array.values().stream().map(ObjectNode.class::cast).toList();
    }

    private static Slug slug(ObjectNode written, String pointer) {
        var stated = written.get("slug");
        if (stated == null || !stated.isString() || !Slug.isValid(stated.stringValue())) {
            throw Refusal.of(
                    422,
                    pointer,
                    "the article has no address",
                    "state its slug: letters, digits and '-', such as my-article");
        }
        return new Slug(stated.stringValue());
    }

    private Answer list(ListQuery query, FeedName feed) {
        feeds.find(feed);
        var found = articles.list(feed, query.after(), query.limit() + 1);
        return query.answer(
                LIST,
                found,
                this::listed,
                held -> held.article().slug().value(),
                ApiAddresses.of(addresses).articles(feed));
    }
}
