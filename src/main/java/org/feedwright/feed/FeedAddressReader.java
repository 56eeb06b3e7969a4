package org.feedwright.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedwright.article.FeedName;

/** Reads the addresses of feeds, also where they are written as people write them by hand. */
final class FeedAddressReader {
    private static final int LONGEST = 5000; // characters

    private FeedAddressReader() {}

    static Optional<Address.Document> document(String path) {
        return decoded(path).flatMap(FeedAddressReader::decodedDocument);
    }

    static Optional<Address.Page> page(String path) {
        return decoded(path).flatMap(FeedAddressReader::decodedPage);
    }

    private static Optional<String> decoded(String path) {
        return path.startsWith(Address.FEEDS) && path.length() <= LONGEST ? Address.decoded(path) : Optional.empty();
    }

    private static Optional<Address.Document> decodedDocument(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < Address.FEEDS.length()) {
            return Optional.empty();
        }
        String extension = path.substring(dot + 1).toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        return extension.matches("[a-z]+")
                ? decodedPage(path.substring(0, dot))
                        .map(page -> new Address.Document(page.logicalFeed(), page.archive(), extension))
                : Optional.empty();
    }

    private static Optional<Address.Page> decodedPage(String path) {
        var segments = List.of(path.substring(Address.FEEDS.length()).split("/", -1));
        String feed = segments.getFirst().toLowerCase(Locale.ROOT);
        if (!FeedName.isValid(feed)) {
            return Optional.empty();
        }
        int end = segments.size();
        boolean isArchive = end > 2
                && segments.get(end - 2).equals("archive")
                && segments.get(end - 1).matches(Address.ARCHIVE_NUMBER);
        int archive = isArchive ? Integer.parseInt(segments.get(end - 1)) : 0;
        return logicalFeed(new FeedName(feed), segments.subList(1, isArchive ? end - 2 : end))
                .map(logicalFeed -> new Address.Page(logicalFeed, archive));
    }

    private static Optional<LogicalFeed> logicalFeed(FeedName feed, List<String> segments) {
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

    /** What is between a category's segment and the end is its name, slashes included. */
    private static String name(List<String> segments) {
        return String.join("/", segments.subList(1, segments.size()));
    }
}
