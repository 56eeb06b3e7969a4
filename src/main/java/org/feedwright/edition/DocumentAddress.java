package org.feedwright.edition;

import java.util.Optional;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Address;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which document an address means.
 *
 * @param archive the number of an archive document; 0 for the subscription document
 * @param isExact whether it is written as its one address is; if not, that one is easy to guess, as with
 *     capitals, the ending {@code .xml}, or a category's own name
 * @param query what is asked for of the logical feed; null for all that it shows
 */
public record DocumentAddress(
        LogicalFeed logicalFeed,
        int archive,
        FeedFormat format,
        boolean isExact,
        @Nullable Query query) {
    DocumentAddress(LogicalFeed logicalFeed, int archive, FeedFormat format, boolean isExact) {
        this(logicalFeed, archive, format, isExact, null);
    }

    /** The same, where this is asked for of it. */
    public DocumentAddress with(Query query) {
        return new DocumentAddress(logicalFeed, archive, format, isExact, query);
    }

    /** Whether it is worth making the document before someone asks, because readers poll it. */
    boolean isMadeAhead() {
        return archive == 0 && query == null;
    }

    /** Whether a path such as {@code /feeds/rare-earth.atom} is a document's, or close to it. */
    public static boolean isMeantBy(String path) {
        return parse(path).isPresent();
    }

    /** Reads a path as it stands in a request; empty if it can mean no document. */
    public static Optional<DocumentAddress> parse(String path) {
        return Address.Document.meant(path)
                .flatMap(meant -> format(meant.extension())
                        .map(format -> new DocumentAddress(meant.logicalFeed(), meant.archive(), format, true))
                        .map(exact -> exact.address().isWrittenAs(path) ? exact : exact.inexact()));
    }

    private static Optional<FeedFormat> format(String extension) {
        return extension.equals("xml") ? Optional.of(FeedFormat.ATOM) : FeedFormat.ofExtension(extension);
    }

    private DocumentAddress inexact() {
        return new DocumentAddress(logicalFeed, archive, format, false);
    }

    private Address.Document address() {
        return new Address.Document(logicalFeed, archive, format.extension());
    }

    /** The document's one address, as a path with its query. */
    public String path() {
        String path = address().path();
        return query == null ? path : path + "?" + query;
    }

    /** The path of the page that shows the same to people. */
    public String page() {
        return address().page().path();
    }
}
