package org.feedwright.conformance;

import java.util.List;
import java.util.Optional;

/** What a reader gets to know of a feed, whatever format it comes in. */
public record ReadFeed(
        Optional<String> id,
        String title,
        Optional<String> subtitle,
        String home,
        String self,
        Optional<String> language,
        Optional<String> rights,
        List<String> hubs,
        List<ReadEntry> entries) {

    /** The only entry of a feed that has one. */
    public ReadEntry entry() {
        if (entries.size() != 1) {
            throw new IllegalStateException("the feed has " + entries.size() + " entries");
        }
        return entries.getFirst();
    }
}
