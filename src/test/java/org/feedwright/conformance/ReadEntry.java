package org.feedwright.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reader gets to know of an entry.
 *
 * @param summary HTML, but plain text from JSON Feed
 * @param content HTML
 * @param language the entry's own or its feed's
 */
public record ReadEntry(
        String id,
        String link,
        String title,
        Instant published,
        Instant updated,
        List<String> authors,
        List<String> categories,
        Optional<String> summary,
        Optional<String> content,
        Optional<String> language,
        Optional<String> rights,
        List<ReadEnclosure> enclosures) {

    public record ReadEnclosure(String url, String type, Optional<Long> length) {}
}
