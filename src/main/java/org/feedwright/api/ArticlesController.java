package org.feedwright.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.feedwright.api.ApiArticles.Change;
import org.feedwright.api.ApiArticles.Written;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of articles in the API. */
@Controller
class ArticlesController {
    private static final int MOST_AT_ONCE = 500;

    private final Exchange exchange;
    private final Idempotency idempotency;
    private final KnownFeeds feeds;
    private final ApiArticles articles;
    private final Articles all;
    private final Addresses addresses;
    private final InstantSource clock;

    ArticlesController(
            Exchange exchange,
            Idempotency idempotency,
            KnownFeeds feeds,
            ApiArticles articles,
            Articles all,
            Feeds catalogue,
            InstantSource clock) {
        this.exchange = exchange;
        this.idempotency = idempotency;
        this.feeds = feeds;
        this.articles = articles;
        this.all = all;
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

    private Answer get(ApiRequest asked, FeedName feed, Slug slug) {
        feeds.find(feed);
        var held = articles.find(feed, slug).orElseThrow(() -> absent(feed, slug));
        return Representation.of(held, addresses, clock.instant()).answer(asked.fields());
    }

    /** Why there is nothing. */
    private Refusal absent(FeedName feed, Slug slug) {
        return all.find(feed, slug)
                .filter(article -> ApiArticles.wasTakenBack(article, clock.instant()))
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

    private Answer written(Written written) {
        var article = written.held().article();
        return Representation.of(written.held(), addresses, clock.instant())
                .written(written.isNew(), ApiAddresses.of(addresses).article(article.feed(), article.slug()));
    }

    /** Writes several articles, each of which states its slug. */
    private Answer post(ApiRequest asked, FeedName feed) {
        var changes = new LinkedHashMap<Slug, Change>();
        var conditions = exchange.conditions(asked);
        for (var written : batch(asked.json())) {
            var slug = slug(written, changes.size());
            written.remove(RequestReader.STORED);
            var change = new Change("#/articles/" + changes.size(), before -> checked(conditions, before, written));
            if (changes.put(slug, change) != null) {
                throw Refusal.of(
                        422, "#/articles", "two articles have the slug '" + slug + "'", "send each of them once");
            }
        }
        var answer = Json.object();
        var list = answer.putArray("articles");
        for (var written : articles.write(asked.scopes(), feed, changes)) {
            var listed = Representation.listed(written.held(), addresses, clock.instant());
            listed.put("id", written.held().article().id().value());
            listed.put("isNew", written.isNew());
            listed.set("warnings", Json.read(written.held().warnings()));
            list.add(listed);
        }
        return Json.answer(200, Json.bytes(answer));
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

    private static Slug slug(ObjectNode written, int index) {
        var stated = written.get("slug");
        if (stated == null || !stated.isString() || !Slug.isValid(stated.stringValue())) {
            throw Refusal.of(
                    422,
                    "#/articles/" + index + "/slug",
                    "the article has no address",
                    "state its slug: letters, digits and '-', such as my-article");
        }
        return new Slug(stated.stringValue());
    }

    private Answer list(ListQuery query, FeedName feed) {
        feeds.find(feed);
        var found = articles.list(feed, query.after(), query.limit() + 1);
        var answer = Json.object();
        var list = answer.putArray("articles");
        var part = found.stream().limit(query.limit()).toList();
        part.forEach(held -> list.add(Representation.listed(held, addresses, clock.instant())));
        if (found.size() <= query.limit()) {
            return Json.answer(200, Json.bytes(answer));
        }
        String next = ApiAddresses.of(addresses).articles(feed)
                + query.next(part.getLast().article().slug().value());
        answer.put("next", next);
        return Json.answer(200, Json.bytes(answer)).with(new Field("Link", "<" + next + ">; rel=\"next\""));
    }
}
