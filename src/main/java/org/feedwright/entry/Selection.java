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
 * Which articles a strand shows in one of its documents, in which order: all that a document is made of.
 *
 * @param facetName what the category, the author or the query is called; null for a whole feed
 * @param tombstones what has been taken back, where the feed says so
 * @param updated when one of its entries last changed significantly, or an entry in its window was
 *     withdrawn that had (RFC 4287 §4.2.15)
 * @param modified the full second by which everything in it had changed; never earlier than before. It may
 *     lie up to a second ahead, so that changes within one second are told apart: what is said to readers is
 *     this or the time of the answer, whichever is earlier, and what they say is compared with this
 * @param next when the next scheduled article joins; null if none will
 * @param query the query part of the address at which readers ask for these entries, percent-encoded; null for all
 */
public record Selection(
        Feed feed,
        LogicalFeed strand,
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
                feed, strand, facetName, addresses, history, others, tombstones, updated, modified, next, query);
    }

    /**
     * What identifies the strand, or what was asked of it, for ever (RFC 4287 §4.2.6); its documents share it.
     */
    public String id() {
        String part = (strand.facet() == null ? "" : "/" + strand.facet()) + (query == null ? "" : "?" + query);
        return part.isEmpty()
                ? feed.id()
                : "urn:uuid:" + UUID.nameUUIDFromBytes((feed.id() + part).getBytes(StandardCharsets.UTF_8));
    }

    /** What people call it. */
    public String title() {
        String title = feed.definition().title();
        return facetName == null ? title : title + ": " + facetName;
    }

    /** Where people read what the strand carries: the site's address, or the strand's page here. */
    public String home() {
        String home = feed.definition().description().home();
        return home != null && strand.facet() == null ? home : addresses.page(strand);
    }

    /** What directories want to know; null for a part of a podcast, which is none itself. */
    public @Nullable Podcast podcast() {
        return strand.facet() == null && query == null ? feed.definition().podcast() : null;
    }

    /** The document's own address in the format of this extension, such as {@code atom}. */
    public String self(String extension) {
        return address(history.archive(), extension);
    }

    /** The address of the subscription document. */
    public String current(String extension) {
        return address(0, extension);
    }

    /** The address of the archive document with what came before; empty if nothing did. */
    public Optional<String> previousArchive(String extension) {
        return history.previous() == 0 ? Optional.empty() : Optional.of(address(history.previous(), extension));
    }

    /** The address of the archive document with what came after; empty if there is none. */
    public Optional<String> nextArchive(String extension) {
        return history.next() == 0 ? Optional.empty() : Optional.of(address(history.next(), extension));
    }

    private String address(int archive, String extension) {
        String address = addresses.document(strand, archive, extension);
        return query == null ? address : address + "?" + query;
    }
}
