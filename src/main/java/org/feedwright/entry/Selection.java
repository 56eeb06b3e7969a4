package org.feedwright.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.Podcast;
import org.feedwright.timeline.ArchivePosition;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one document of a logical feed is made of: the feed, its entries in their order, and the document's
 * place among the others.
 *
 * @param facetName the name of the category, the author or the query; null for a whole feed
 * @param tombstones the entries that were withdrawn, where the feed says so
 * @param updated when an entry last changed significantly, or when an entry that had changed was withdrawn from the
 *     window (RFC 4287 §4.2.15)
 * @param modified the full second by which everything in the document had changed; never earlier than before. It may
 *     lie up to a second ahead, so that changes within one second are told apart. Readers are told this time or the
 *     time of the answer, whichever is earlier; what they send back is compared with this time
 * @param next when the next scheduled article joins; null if none will
 * @param query the query part of the document's address, percent-encoded; null if there is none
 */
public record Selection(
        Feed feed,
        LogicalFeed logicalFeed,
        @Nullable String facetName,
        Addresses addresses,
        ArchivePosition history,
        List<Entry> entries,
        List<Tombstone> tombstones,
        Instant updated,
        Instant modified,
        @Nullable Instant next,
        @Nullable String query) {
    public Selection {
        entries = List.copyOf(entries);
        tombstones = List.copyOf(tombstones);
    }

    /** The same with other entries. */
    public Selection with(List<Entry> others) {
        return new Selection(
                feed, logicalFeed, facetName, addresses, history, others, tombstones, updated, modified, next, query);
    }

    /** The id of the logical feed, or of a query of it, for ever (RFC 4287 §4.2.6); all its documents have this id. */
    public String id() {
        String part =
                (logicalFeed.facet() == null ? "" : "/" + logicalFeed.facet()) + (query == null ? "" : "?" + query);
        return part.isEmpty()
                ? feed.id()
                : "urn:uuid:" + UUID.nameUUIDFromBytes((feed.id() + part).getBytes(StandardCharsets.UTF_8));
    }

    /** The title of the document for people. */
    public String title() {
        String title = feed.definition().title();
        return facetName == null ? title : title + ": " + facetName;
    }

    /** The address where people read the same: the publisher's site, or the logical feed's page on this service. */
    public String home() {
        String home = feed.definition().description().home();
        return home != null && logicalFeed.facet() == null ? home : addresses.page(logicalFeed);
    }

    /**
     * The podcast's data for directories; null where the feed is none, and for a part of a podcast, which is no podcast
     * itself.
     */
    public @Nullable Podcast podcast() {
        return logicalFeed.facet() == null && query == null ? feed.definition().podcast() : null;
    }

    /**
     * The document's own address.
     *
     * @param extension the ending of the format, such as {@code atom}
     */
    public String self(String extension) {
        return address(history.archive(), extension);
    }

    /** The address of the subscription document. */
    public String current(String extension) {
        return address(0, extension);
    }

    /** The address of the archive document with the entries before these; empty if there are none. */
    public Optional<String> previousArchive(String extension) {
        return history.previous() == 0 ? Optional.empty() : Optional.of(address(history.previous(), extension));
    }

    /** The address of the archive document with the entries after these; empty if there is none. */
    public Optional<String> nextArchive(String extension) {
        return history.next() == 0 ? Optional.empty() : Optional.of(address(history.next(), extension));
    }

    private String address(int archive, String extension) {
        String address = addresses.document(logicalFeed, archive, extension);
        return query == null ? address : address + "?" + query;
    }
}
