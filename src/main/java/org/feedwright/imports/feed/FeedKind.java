package org.feedwright.imports.feed;

/** The formats of feeds. */
public enum FeedKind {
    ATOM("atom"),
    RSS("rss"),
    RDF("rdf"),
    JSON("json");

    private final String extension;

    FeedKind(String extension) {
        this.extension = extension;
    }

    /** How addresses of this format end here. */
    public String extension() {
        return extension;
    }
}
