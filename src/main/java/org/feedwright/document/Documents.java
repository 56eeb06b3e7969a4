package org.feedwright.document;

import org.feedwright.entry.Selection;

/** Renders feeds as bytes. The same selection always gives the same bytes. */
public final class Documents {
    private Documents() {}

    public static FeedDocument render(Selection selection, FeedFormat format) {
        return render(selection, format, new RecentMarkup());
    }

    /**
     * Renders a feed, and takes the markup of entries that were rendered before from {@code recent}. The bytes are the
     * same as without it.
     */
    public static FeedDocument render(Selection selection, FeedFormat format, RecentMarkup recent) {
        var feed = selection.feed();
        String self = selection.self(format.extension());
        var entries = recent.of(selection, format);
        byte[] bytes = switch (format) {
            case ATOM -> AtomRenderer.render(selection, self, entries);
            case RSS -> RssRenderer.render(selection, self, entries);
            case JSON -> JsonFeedRenderer.render(selection, self, entries);
            case RDF -> RdfRenderer.render(selection, self, entries);
        };
        return new FeedDocument(
                format,
                bytes,
                self,
                feed.definition().delivery().hubs(),
                selection.modified(),
                selection.next(),
                selection.history().isArchive()
                        ? null
                        : feed.definition().delivery().ttl(),
                selection.history().isComplete(),
                Archives.links(selection, format));
    }
}
