package org.feedwright.page;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.Quarantine;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.Language;
import org.feedwright.feed.Strand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** A feed as a page: what it is, how to subscribe, and what it shows now. */
@Controller
class FeedPage {
    private final Feeds feeds;
    private final Articles articles;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final Pages pages;

    FeedPage(Feeds feeds, Articles articles, Quarantine quarantine, InstantSource clock, Pages pages) {
        this.feeds = feeds;
        this.articles = articles;
        this.quarantine = quarantine;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param legacy the format that is not offered to those who do not look for it
     * @param count how many articles the feed has, of which it shows the newest
     */
    record View(
            String title,
            @Nullable String subtitle,
            Language language,
            String canonical,
            @Nullable Elsewhere home,
            @Nullable String rights,
            @Nullable String icon,
            List<FormatLink> formats,
            FormatLink legacy,
            List<Teaser> entries,
            int count,
            HeldBack heldBack) {}

    /** The pattern leaves the documents' addresses, which have an extension, to those who answer them. */
    @RequestMapping(
            path = "/feeds/{feed:[a-z0-9-]+}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    ResponseEntity<byte[]> feed(@PathVariable String feed) {
        var found = FeedName.isValid(feed) ? feeds.find(new FeedName(feed)) : Optional.<Feed>empty();
        if (found.isEmpty()) {
            return pages.missing();
        }
        if (found.get().isRetired()) {
            return pages.gone(
                    "This feed has ended",
                    "Its publisher adds nothing to it any more, and it can be removed from feed readers.");
        }
        var view = view(found.get());
        return pages.page("feed", view, view.formats());
    }

    private View view(Feed feed) {
        var definition = feed.definition();
        return new View(
                definition.title(),
                definition.subtitle(),
                Language.of(definition.language()),
                feeds.addresses().feed(feed.name()),
                Elsewhere.orNull(definition.home()),
                definition.rights(),
                WebAddress.orNull(definition.icon()),
                FormatLink.of(feed.name(), feeds.addresses()),
                FormatLink.of(feed.name(), FeedFormat.RDF, feeds.addresses()),
                feeds.select(feed).entries().stream()
                        .map(entry -> Teaser.of(entry, definition.zone(), pages.path(entry.page())))
                        .toList(),
                feeds.count(Strand.of(feed.name())),
                HeldBack.of(quarantine.problems(), feed.name().value()));
    }
}
