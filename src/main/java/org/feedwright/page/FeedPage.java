package org.feedwright.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.Quarantine;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Address;
import org.feedwright.feed.Facet;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Asked;
import org.feedwright.http.Asker;
import org.feedwright.http.Fields;
import org.feedwright.http.Problem;
import org.feedwright.search.Query;
import org.feedwright.search.QueryAddress;
import org.feedwright.search.QueryRefused;
import org.feedwright.search.Search;
import org.feedwright.search.SearchLimiter;
import org.feedwright.search.SearchTooLong;
import org.feedwright.text.TextLanguage;
import org.feedwright.timeline.ArchivePosition;
import org.feedwright.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A feed as a page, or a category, an author or an archive of it, or what is asked for of them: what it is,
 * how to subscribe, and what it shows now.
 */
@Controller
class FeedPage {
    /** The pattern leaves the documents' addresses, which have an extension, to those who answer them. */
    private static final String FEED = Address.FEEDS + "{feed:[a-z0-9-]+}";

    private static final String PART = FEED + "/{kind:categories|authors}/{name:[^.]+}";
    private static final String ARCHIVE = Address.ARCHIVE + "{archive:" + Address.ARCHIVE_NUMBER + "}";

    private final Feeds feeds;
    private final Timeline timeline;
    private final Selections selections;
    private final Search search;
    private final SearchLimiter searches;
    private final Quarantine quarantine;
    private final Pages pages;

    FeedPage(
            Feeds feeds,
            Timeline timeline,
            Selections selections,
            Search search,
            SearchLimiter searches,
            Quarantine quarantine,
            Pages pages) {
        this.feeds = feeds;
        this.timeline = timeline;
        this.selections = selections;
        this.search = search;
        this.searches = searches;
        this.quarantine = quarantine;
        this.pages = pages;
    }

    /**
     * @param part the category or author that it shows, or what is asked for; null for the whole feed
     * @param asked whether it shows only what somebody asked for at its address
     * @param whole the path of the whole feed
     * @param legacy the format that is not offered to those who do not look for it
     * @param archive which archive it shows; 0 for the newest articles
     * @param count how many articles there are, of which it shows the newest; 0 in an archive, and where only
     *     some were asked for
     * @param older the path of the page with what came before; null if nothing did
     * @param newer the path of the page with what came after; null if it shows the newest
     */
    record View(
            String title,
            @Nullable String part,
            boolean asked,
            String whole,
            @Nullable String subtitle,
            TextLanguage language,
            String canonical,
            @Nullable ExternalLink home,
            @Nullable String rights,
            @Nullable String icon,
            List<FormatLink> formats,
            FormatLink legacy,
            List<Teaser> entries,
            int archive,
            int count,
            @Nullable String older,
            @Nullable String newer,
            ShownProblems heldBack) {}

    @RequestMapping(
            path = FEED,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer feed(@PathVariable String feed, HttpServletRequest request) {
        return answer(feed, LogicalFeed::of, request);
    }

    @RequestMapping(
            path = FEED + ARCHIVE,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer archive(@PathVariable String feed, @PathVariable int archive) {
        return archive(feed, LogicalFeed::of, archive);
    }

    @RequestMapping(
            path = PART,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer part(
            @PathVariable String feed,
            @PathVariable String kind,
            @PathVariable String name,
            HttpServletRequest request) {
        Function<FeedName, LogicalFeed> choice = whole -> new LogicalFeed(whole, facet(kind, name));
        return elsewhere(feed, choice, 0, name, request).orElseGet(() -> answer(feed, choice, request));
    }

    @RequestMapping(
            path = PART + ARCHIVE,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer archive(
            @PathVariable String feed,
            @PathVariable String kind,
            @PathVariable String name,
            @PathVariable int archive,
            HttpServletRequest request) {
        Function<FeedName, LogicalFeed> choice = whole -> new LogicalFeed(whole, facet(kind, name));
        return elsewhere(feed, choice, archive, name, request).orElseGet(() -> archive(feed, choice, archive));
    }

    private static Facet facet(String kind, String name) {
        return Facet.meant(Facet.Kind.ofSegment(kind).orElseThrow(), name);
    }

    /** A category by another spelling of its name is elsewhere. */
    private Optional<Answer> elsewhere(
            String feed, Function<FeedName, LogicalFeed> choice, int archive, String name, HttpServletRequest request) {
        if (name.isBlank() || !FeedName.isValid(feed)) {
            return Optional.of(pages.missing());
        }
        var logicalFeed = choice.apply(new FeedName(feed));
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return Objects.requireNonNull(logicalFeed.facet()).key().equals(name)
                ? Optional.empty()
                : Optional.of(Answer.of(301, new Field("Location", pages.path(logicalFeed, archive) + query)));
    }

    /** The newest articles, or those that are asked for behind the question mark. */
    private Answer answer(String name, Function<FeedName, LogicalFeed> choice, HttpServletRequest request) {
        try {
            var query = QueryAddress.parse(request.getQueryString());
            return answer(name, feed -> {
                var logicalFeed = choice.apply(feed.name());
                return query.map(asked -> searched(feed, logicalFeed, asked))
                        .orElseGet(() -> shown(selections.select(feed, logicalFeed)));
            });
        } catch (QueryRefused e) {
            return Asker.isBrowser(Fields.of(request))
                    ? pages.message(400, "This cannot be searched for", e.reason())
                    : Problem.of(400, e.reason(), Asked.path(request)).answer();
        }
    }

    private Answer archive(String name, Function<FeedName, LogicalFeed> choice, int archive) {
        return answer(name, feed -> shown(selections.archive(feed, choice.apply(feed.name()), archive)));
    }

    private Answer answer(String name, Function<Feed, Answer> answer) {
        var found = FeedName.isValid(name) ? feeds.find(new FeedName(name)) : Optional.<Feed>empty();
        if (found.isEmpty()) {
            return pages.missing();
        }
        return found.get().isRetired() ? ended() : answer.apply(found.get());
    }

    /** What is at the address of a feed that has ended. */
    Answer ended() {
        return pages.gone(
                "This feed has ended",
                "Its publisher adds nothing to it any more, and it can be removed from feed readers.");
    }

    private Answer searched(Feed feed, LogicalFeed logicalFeed, Query query) {
        try {
            return searches.tryRun(() -> search.select(feed, logicalFeed, query))
                    .map(this::shown)
                    .orElseGet(this::busy);
        } catch (SearchTooLong _) {
            return busy();
        }
    }

    private Answer busy() {
        return pages.later(
                Absence.BUSY, "This search cannot be made just now", "Please ask again later, or for something rarer.");
    }

    private Answer shown(Optional<Selection> selection) {
        return selection.map(this::page).orElseGet(pages::missing);
    }

    Answer page(Selection selection) {
        var view = view(selection);
        return pages.page(JteFeedGenerated::render, view, view.formats());
    }

    private View view(Selection selection) {
        var feed = selection.feed();
        var logicalFeed = selection.logicalFeed();
        var definition = feed.definition();
        var history = selection.history();
        boolean isWhole = logicalFeed.facet() == null && selection.query() == null;
        return new View(
                definition.title(),
                selection.facetName(),
                selection.query() != null,
                pages.path(feed.name()),
                isWhole ? definition.description().subtitle() : null,
                TextLanguage.of(definition.language()),
                feeds.addresses().page(logicalFeed, history.archive())
                        + (selection.query() == null ? "" : "?" + selection.query()),
                ExternalLink.orNull(definition.description().home()),
                definition.description().rights(),
                SafeAddress.orNull(definition.description().icon()),
                FormatLink.of(selection),
                FormatLink.of(selection, FeedFormat.RDF),
                selection.entries().stream()
                        .map(entry -> Teaser.of(entry, definition.zone(), pages.path(entry.page())))
                        .toList(),
                history.archive(),
                history.isArchive() || selection.query() != null ? 0 : timeline.count(logicalFeed),
                history.previous() == 0 ? null : pages.path(logicalFeed, history.previous()),
                newer(logicalFeed, history),
                isWhole && !history.isArchive()
                        ? ShownProblems.of(
                                quarantine, feeds.addresses(), feed.name().value())
                        : ShownProblems.NOTHING);
    }

    private @Nullable String newer(LogicalFeed logicalFeed, ArchivePosition history) {
        return history.isArchive() ? pages.path(logicalFeed, history.next()) : null;
    }
}
