package org.feedwright.document;

import org.feedwright.feed.Selection;

/** Renders feeds. The same selection always gives the same bytes. */
public final class Documents {
    private Documents() {}

    public static FeedDocument render(Selection selection, FeedFormat format) {
        var feed = selection.feed();
        String self = selection.self(format.extension());
        byte[] bytes = switch (format) {
            case ATOM -> AtomRenderer.render(selection, self);
            case RSS -> RssRenderer.render(selection, self);
            case JSON -> JsonFeedRenderer.render(selection, self);
            case RDF -> RdfRenderer.render(selection, self);
        };
        return new FeedDocument(
                format,
                bytes,
                self,
                feed.definition().hubs(),
                selection.modified(),
                selection.next(),
                selection.history().isArchive() ? null : feed.definition().ttl(),
                selection.history().isComplete(),
                Archives.links(selection, format));
    }
}
