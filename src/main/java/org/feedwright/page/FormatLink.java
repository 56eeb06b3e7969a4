package org.feedwright.page;

import java.util.List;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Addresses;

/** Where a feed is in one of its formats; the address is the one that a person copies into a reader. */
record FormatLink(String title, String mediaType, String address) {
    static List<FormatLink> of(FeedName feed, Addresses addresses) {
        return FeedFormat.offered().stream()
                .map(format -> of(format, addresses.document(feed, format.extension())))
                .toList();
    }

    /** Where the same is that a selection shows, what is asked for included, but for the archive. */
    static List<FormatLink> of(Selection selection) {
        return FeedFormat.offered().stream()
                .map(format -> of(selection, format))
                .toList();
    }

    static FormatLink of(Selection selection, FeedFormat format) {
        return of(format, selection.current(format.extension()));
    }

    /** The value of the field {@code Link}. */
    static String header(List<FormatLink> alternates) {
        return alternates.stream()
                .map(link -> "<" + link.address + ">; rel=\"alternate\"; type=\"" + link.mediaType + '"')
                .collect(Collectors.joining(", "));
    }

    private static FormatLink of(FeedFormat format, String address) {
        return new FormatLink(format.title(), format.mediaType(), address);
    }
}
