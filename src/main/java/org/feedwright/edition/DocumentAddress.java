package org.feedwright.edition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Facet;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which document an address means.
 *
 * @param archive the number of an archive document; 0 for the subscription document
 * @param isExact whether it is written as its one address is; if not, that one is easy to guess, as with
 *     capitals, the ending {@code .xml}, or a category's own name
 * @param query what is asked for of the strand; null for all that it shows
 */
public record DocumentAddress(
        LogicalFeed strand,
        int archive,
        FeedFormat format,
        boolean isExact,
        @Nullable Query query) {
    private static final String ROOT = "/feeds/";
    private static final int LONGEST = 5000;

    DocumentAddress(LogicalFeed strand, int archive, FeedFormat format, boolean isExact) {
        this(strand, archive, format, isExact, null);
    }

    /** The same, where this is asked for of it. */
    public DocumentAddress with(Query query) {
        return new DocumentAddress(strand, archive, format, isExact, query);
    }

    /** Whether it is worth making the document before someone asks, because readers poll it. */
    boolean isMadeAhead() {
        return archive == 0 && query == null;
    }

    /** Whether a path such as {@code /feeds/rare-earth.atom} is a document's, or close to it. */
    public static boolean isMeantBy(String path) {
        return parse(path).isPresent();
    }

    /**
     * Reads a path as it stands in a request; empty if it can mean no document.
     *
     * <p>What is between a category's segment and the end is its name, slashes included: people write
     * addresses by hand.
     */
    public static Optional<DocumentAddress> parse(String path) {
        return path.startsWith(ROOT) && path.length() <= LONGEST
                ? decoded(path).flatMap(DocumentAddress::parseDecoded)
                : Optional.empty();
    }

    private static Optional<DocumentAddress> parseDecoded(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < ROOT.length()) {
            return Optional.empty();
        }
        String extension = path.substring(dot + 1).toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        var format = extension.equals("xml") ? Optional.of(FeedFormat.ATOM) : FeedFormat.ofExtension(extension);
        var segments = List.of(path.substring(ROOT.length(), dot).split("/", -1));
        return format.flatMap(known -> parse(segments, known))
                .map(address -> new DocumentAddress(
                        address.strand, address.archive, address.format, path.equals(address.decodedPath())));
    }

    private static Optional<DocumentAddress> parse(List<String> segments, FeedFormat format) {
        String feed = segments.getFirst().toLowerCase(Locale.ROOT);
        if (!FeedName.isValid(feed)) {
            return Optional.empty();
        }
        int end = segments.size();
        boolean isArchive = end > 2
                && segments.get(end - 2).equals("archive")
                && segments.get(end - 1).matches("[1-9][0-9]{0,7}");
        int archive = isArchive ? Integer.parseInt(segments.get(end - 1)) : 0;
        return strand(new FeedName(feed), segments.subList(1, isArchive ? end - 2 : end))
                .map(strand -> new DocumentAddress(strand, archive, format, true));
    }

    private static Optional<LogicalFeed> strand(FeedName feed, List<String> segments) {
        if (segments.isEmpty()) {
            return Optional.of(LogicalFeed.of(feed));
        }
        return Arrays.stream(Facet.Kind.values())
                .filter(kind -> segments.size() > 1
                        && kind.segment().equals(segments.getFirst())
                        && !name(segments).isBlank())
                .findFirst()
                .map(kind -> new LogicalFeed(feed, Facet.meant(kind, name(segments))));
    }

    private static String name(List<String> segments) {
        return String.join("/", segments.subList(1, segments.size()));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // such as %zz
        }
    }

    private String decodedPath() {
        return ROOT + strand + (archive == 0 ? "" : "/archive/" + archive) + "." + format.extension();
    }

    /** The document's one address, as a path with its query. */
    public String path() {
        String path = Addresses.documentPath(strand, archive, format.extension());
        return query == null ? path : path + "?" + query;
    }

    /** The path of the page that shows the same to people. */
    public String page() {
        return Addresses.pagePath(strand, archive);
    }
}
