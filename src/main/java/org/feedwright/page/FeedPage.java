package org.feedwright.page;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.Quarantine;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Facet;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.History;
import org.feedwright.feed.Language;
import org.feedwright.feed.Selection;
import org.feedwright.feed.Strand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A feed as a page, or a category, an author or an archive of it: what it is, how to subscribe, and what it
 * shows now.
 */
@Controller
class FeedPage {
    private final Feeds feeds;
    private final Quarantine quarantine;
    private final Pages pages;

    FeedPage(Feeds feeds, Quarantine quarantine, Pages pages) {
        this.feeds = feeds;
        this.quarantine = quarantine;
        this.pages = pages;
    }

    /**
     * @param part the category or author that it shows; null for the whole feed
     * @param whole the path of the whole feed
     * @param legacy the format that is not offered to those who do not look for it
     * @param archive which archive it shows; 0 for the newest articles
     * @param count how many articles there are, of which it shows the newest; 0 in an archive
     * @param older the path of the page with what came before; null if nothing did
     * @param newer the path of the page with what came after; null if it shows the newest
     */
    record View(
            String title,
            @Nullable String part,
            String whole,
            @Nullable String subtitle,
            Language language,
            String canonical,
            @Nullable Elsewhere home,
            @Nullable String rights,
            @Nullable String icon,
            List<FormatLink> formats,
            FormatLink legacy,
            List<Teaser> entries,
            int archive,
            int count,
            @Nullable String older,
            @Nullable String newer,
            HeldBack heldBack) {}

    /** The pattern leaves the documents' addresses, which have an extension, to those who answer them. */
    @RequestMapping(
            path = "/feeds/{feed:[a-z0-9-]+}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    ResponseEntity<byte[]> feed(@PathVariable String feed) {
        return answer(feed, Strand::of, 0);
    }

    @RequestMapping(
            path = "/feeds/{feed:[a-z0-9-]+}/archive/{archive:[1-9][0-9]{0,7}}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    ResponseEntity<byte[]> archive(@PathVariable String feed, @PathVariable int archive) {
        return answer(feed, Strand::of, archive);
    }

    @RequestMapping(
            path = "/feeds/{feed:[a-z0-9-]+}/{kind:categories|authors}/{name:[^.]+}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    ResponseEntity<byte[]> part(@PathVariable String feed, @PathVariable String kind, @PathVariable String name) {
        return answer(feed, whole -> new Strand(whole, facet(kind, name)), 0, name);
    }

    @RequestMapping(
            path = "/feeds/{feed:[a-z0-9-]+}/{kind:categories|authors}/{name:[^.]+}/archive/{archive:[1-9][0-9]{0,7}}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    ResponseEntity<byte[]> archive(
            @PathVariable String feed,
            @PathVariable String kind,
            @PathVariable String name,
            @PathVariable int archive) {
        return answer(feed, whole -> new Strand(whole, facet(kind, name)), archive, name);
    }

    private static Facet facet(String kind, String name) {
        return Facet.meant(Facet.Kind.ofSegment(kind).orElseThrow(), name);
    }

    /** A category by another spelling of its name is elsewhere. */
    private ResponseEntity<byte[]> answer(String feed, Function<FeedName, Strand> choice, int archive, String name) {
        if (name.isBlank() || !FeedName.isValid(feed)) {
            return pages.missing();
        }
        var strand = choice.apply(new FeedName(feed));
        return Objects.requireNonNull(strand.facet()).key().equals(name)
                ? answer(feed, choice, archive)
                : ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create(pages.path(strand, archive)))
                        .build();
    }

    private ResponseEntity<byte[]> answer(String name, Function<FeedName, Strand> choice, int archive) {
        var found = FeedName.isValid(name) ? feeds.find(new FeedName(name)) : Optional.<Feed>empty();
        if (found.isEmpty()) {
            return pages.missing();
        }
        var feed = found.get();
        if (feed.isRetired()) {
            return pages.gone(
                    "This feed has ended",
                    "Its publisher adds nothing to it any more, and it can be removed from feed readers.");
        }
        var strand = choice.apply(feed.name());
        var selection = archive == 0 ? feeds.select(feed, strand) : feeds.archive(feed, strand, archive);
        return selection.map(this::page).orElseGet(pages::missing);
    }

    ResponseEntity<byte[]> page(Selection selection) {
        var view = view(selection);
        return pages.page("feed", view, view.formats());
    }

    private View view(Selection selection) {
        var feed = selection.feed();
        var strand = selection.strand();
        var definition = feed.definition();
        var history = selection.history();
        return new View(
                definition.title(),
                selection.facetName(),
                pages.path(feed.name()),
                strand.facet() == null ? definition.subtitle() : null,
                Language.of(definition.language()),
                feeds.addresses().page(strand, history.archive()),
                Elsewhere.orNull(definition.home()),
                definition.rights(),
                WebAddress.orNull(definition.icon()),
                FormatLink.of(strand, feeds.addresses()),
                FormatLink.of(strand, FeedFormat.RDF, feeds.addresses()),
                selection.entries().stream()
                        .map(entry -> Teaser.of(entry, definition.zone(), pages.path(entry.page())))
                        .toList(),
                history.archive(),
                history.isArchive() ? 0 : feeds.count(strand),
                history.previous() == 0 ? null : pages.path(strand, history.previous()),
                newer(strand, history),
                strand.facet() == null && !history.isArchive()
                        ? HeldBack.of(quarantine.problems(), feed.name().value())
                        : HeldBack.of(List.of()));
    }

    private @Nullable String newer(Strand strand, History history) {
        return history.isArchive() ? pages.path(strand, history.next()) : null;
    }
}
