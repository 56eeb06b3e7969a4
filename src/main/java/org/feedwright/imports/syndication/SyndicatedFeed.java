package org.feedwright.imports.syndication;

import java.util.List;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * A document of a feed, whatever its format is.
 *
 * @param address where it was found; null if it is a file
 * @param self where it says that it is; null if it does not
 * @param home the address of the website
 * @param generator the program that made it; empty if it does not say
 * @param earlier the address of the document with earlier entries (RFC 5005, JSON Feed's {@code next_url})
 */
public record SyndicatedFeed(
        Format format,
        @Nullable String address,
        @Nullable String self,
        String title,
        @Nullable String subtitle,
        @Nullable String home,
        @Nullable String language,
        @Nullable Person author,
        @Nullable String rights,
        String generator,
        @Nullable String earlier,
        List<SyndicatedEntry> entries) {

    /** The formats, by the endings that they have here. */
    public enum Format {
        ATOM,
        RSS,
        JSON,
        RDF
    }

    public SyndicatedFeed {
        entries = List.copyOf(entries);
    }
}
