package org.feedwright.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats in which every feed is available. */
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

    /** The format's name for people. */
    public String title() {
        return title;
    }

    /** The ending of the format's addresses, without the dot. */
    public String extension() {
        return extension;
    }

    /** The format's media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /**
     * The formats that are offered to everybody, the recommended one first. RSS 1.0 is not among them: a reader that is
     * offered it may take it, and gets less.
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
