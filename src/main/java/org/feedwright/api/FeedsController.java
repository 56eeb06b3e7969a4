package org.feedwright.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.feedwright.api.ApiFeeds.Found;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The addresses of feeds in the API, and those at which there is nothing. */
@Controller
class FeedsController {
    private final Exchange exchange;
    private final Idempotency idempotency;
    private final ApiFeeds feeds;
    private final KnownFeeds known;
    private final Addresses addresses;

    FeedsController(Exchange exchange, Idempotency idempotency, ApiFeeds feeds, KnownFeeds known, Feeds catalogue) {
        this.exchange = exchange;
        this.idempotency = idempotency;
        this.feeds = feeds;
        this.known = known;
        this.addresses = catalogue.addresses();
    }

    @RequestMapping({"/api", "/api/**"})
    void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        exchange.answer(request, response, List.of(request.getMethod().replace("HEAD", "GET")), _ -> {
            throw new Refusal(404, "There is nothing here. Begin at " + ApiAddresses.FEEDS + ".");
        });
    }

    @RequestMapping(ApiAddresses.FEEDS)
    void feeds(HttpServletRequest request, HttpServletResponse response) throws IOException {
        exchange.answer(request, response, List.of("GET"), this::list);
    }

    /** Those that the token opens. */
    private Answer list(ApiRequest asked) {
        var answer = Json.object();
        var list = answer.putArray("feeds");
        feeds.all().stream()
                .filter(found -> asked.scopes().mayRead(found.feed().name()))
                .forEach(found -> list.add(Representation.listed(found.feed(), found.held(), addresses)));
        return Json.answer(200, Json.bytes(answer));
    }

    @RequestMapping(ApiAddresses.FEED)
    void feed(@PathVariable String feed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        exchange.answer(request, response, List.of("GET", "PUT", "DELETE"), asked -> {
            if (asked.method().equals("GET")) {
                asked.mustRead(KnownFeeds.name(feed));
                return get(asked, KnownFeeds.name(feed));
            }
            asked.mustAdminister();
            var name = KnownFeeds.name(feed);
            var answer = idempotency.once(
                    asked, () -> asked.method().equals("PUT") ? put(asked, name) : delete(asked, name));
            feeds.handOn();
            return answer;
        });
    }

    private Answer get(ApiRequest asked, FeedName name) {
        known.find(name);
        return representation(feeds.find(name).orElseThrow()).answer(asked.fields());
    }

    private Answer put(ApiRequest asked, FeedName name) {
        var written = asked.json();
        written.remove(RequestReader.STORED);
        boolean isNew =
                feeds.define(name, written, before -> exchange.conditions(asked).check(tag(before)));
        return representation(feeds.find(name).orElseThrow())
                .written(isNew, ApiAddresses.of(addresses).feed(name));
    }

    private Answer delete(ApiRequest asked, FeedName name) {
        feeds.end(name, before -> exchange.conditions(asked).check(tag(before)));
        return Answer.of(204, Json.NO_STORE);
    }

    /** Of a feed that the API does not define, nothing is there to be changed. */
    private @Nullable String tag(Optional<Found> found) {
        return found.filter(Found::isOfTheApi)
                .map(each -> representation(each).tag())
                .orElse(null);
    }

    private Representation representation(Found found) {
        return Representation.of(found.feed(), found.held(), addresses);
    }
}
