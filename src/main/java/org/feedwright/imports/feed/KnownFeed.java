package org.feedwright.imports.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.imports.ImportReport;

/**
 * A feed that readers know.
 *
 * @param newest the document that they subscribe to
 * @param entries its entries, and those of its older documents where it says where these are; each id once
 * @param problems what kept older documents from being read
 */
public record KnownFeed(FeedPage newest, List<FeedEntry> entries, List<String> problems) {
    private static final FeedOptions ALL = new FeedOptions(false, true, false, false);

    public KnownFeed {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** @throws IOException if the newest document cannot be had, or is no feed */
    public static KnownFeed read(FeedSource source) throws IOException {
        var newest = source.read();
        var entries = new ArrayList<FeedEntry>();
        var report = new ImportReport();
        new FeedHistory(source, ALL, report).follow(newest, entries::addAll);
        return new KnownFeed(newest, entries, report.problems());
    }
}
