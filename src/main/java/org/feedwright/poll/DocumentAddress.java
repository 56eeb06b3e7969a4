package org.feedwright.poll;

import java.util.Locale;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;

/**
 * Which document an address means.
 *
 * @param isExact whether it is written as its one address is; if not, that one is easy to guess, as with
 *     capitals or the ending {@code .xml}
 */
record DocumentAddress(FeedName feed, FeedFormat format, boolean isExact) {

    /** Whether a path such as {@code /feeds/rare-earth.atom} is a document's, or close to it. */
    static boolean isMeantBy(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.startsWith("/feeds/")
                && parse(trimmed.substring(trimmed.lastIndexOf('/') + 1)).isPresent();
    }

    /** Reads the last segment of a path such as {@code /feeds/rare-earth.atom}; empty if it can mean no document. */
    static Optional<DocumentAddress> parse(String segment) {
        int dot = segment.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String name = segment.substring(0, dot).toLowerCase(Locale.ROOT);
        String extension = segment.substring(dot + 1).toLowerCase(Locale.ROOT);
        var format = extension.equals("xml") ? Optional.of(FeedFormat.ATOM) : FeedFormat.ofExtension(extension);
        return format.filter(_ -> FeedName.isValid(name))
                .map(known ->
                        new DocumentAddress(new FeedName(name), known, segment.equals(name + "." + known.extension())));
    }
}
