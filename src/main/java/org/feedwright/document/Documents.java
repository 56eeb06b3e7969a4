package org.feedwright.document;

import java.util.Arrays;
import java.util.List;
import org.feedwright.feed.Selection;

/** Renders feeds. The same selection always gives the same bytes. */
public final class Documents {
    private Documents() {}

    public static FeedDocument render(Selection selection, FeedFormat format) {
        return render(selection, format, new EscapedHtml());
    }

    /** In all formats, which takes less than each by itself. */
    public static List<FeedDocument> render(Selection selection) {
        var html = new EscapedHtml();
        return Arrays.stream(FeedFormat.values())
                .map(format -> render(selection, format, html))
                .toList();
    }

    private static FeedDocument render(Selection selection, FeedFormat format, EscapedHtml html) {
        var feed = selection.feed();
        String self = selection.self(format.extension());
        byte[] bytes = switch (format) {
            case ATOM -> AtomRenderer.render(selection, self, html);
            case RSS -> RssRenderer.render(selection, self, html);
            case JSON -> JsonFeedRenderer.render(selection, self);
            case RDF -> RdfRenderer.render(selection, self, html);
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
