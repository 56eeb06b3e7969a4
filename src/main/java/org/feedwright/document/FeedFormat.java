package org.feedwright.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that every feed is available in. */
public enum FeedFormat {
    ATOM("Atom", "atom", "application/atom+xml"),
    RSS("RSS", "rss", "application/rss+xml"),
    JSON("JSON Feed", "json", "application/feed+json"),
    /** RSS 1.0, for programs that know nothing else. */
    RDF("RSS 1.0", "rdf", "application/rdf+xml");

    private static final List<FeedFormat> OFFERED = List.of(ATOM, RSS, JSON);

    private final String title;
    private final String extension;
    private final String mediaType;

    FeedFormat(String title, String extension, String mediaType) {
        this.title = title;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** How its addresses end, without the dot. */
    public String extension() {
        return extension;
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /**
     * Those that are offered to everybody, the one to take if in doubt first. A reader that is offered RSS
     * 1.0 as well may take it, and gets less.
     */
    public static List<FeedFormat> offered() {
        return OFFERED;
    }

    public static Optional<FeedFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
