package org.feedwright.page;

import java.util.List;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Strand;

/** Where a feed is in one of its formats; the address is the one that a person copies into a reader. */
record FormatLink(String title, String mediaType, String address) {
    static List<FormatLink> of(FeedName feed, Addresses addresses) {
        return of(Strand.of(feed), addresses);
    }

    static List<FormatLink> of(Strand strand, Addresses addresses) {
        return FeedFormat.offered().stream()
                .map(format -> of(strand, format, addresses))
                .toList();
    }

    /** The value of the field {@code Link}. */
    static String header(List<FormatLink> alternates) {
        return alternates.stream()
                .map(link -> "<" + link.address + ">; rel=\"alternate\"; type=\"" + link.mediaType + '"')
                .collect(Collectors.joining(", "));
    }

    static FormatLink of(Strand strand, FeedFormat format, Addresses addresses) {
        return new FormatLink(format.title(), format.mediaType(), addresses.document(strand, 0, format.extension()));
    }
}
