package org.feedwright.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.feedwright.entry.Selection;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Writes where an archive document stands among the others of its feed (<a
 * href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005 §4</a>).
 */
final class Archives {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    private Archives() {}

    /**
     * The addresses of a document's neighbours, by relation: {@code current}, {@code prev-archive}, {@code
     * next-archive}.
     */
    static Map<String, String> links(Selection selection, FeedFormat format) {
        String extension = format.extension();
        var links = new LinkedHashMap<String, String>();
        if (selection.history().isArchive()) {
            links.put("current", selection.current(extension));
        }
        selection.previousArchive(extension).ifPresent(address -> links.put("prev-archive", address));
        selection.nextArchive(extension).ifPresent(address -> links.put("next-archive", address));
        return links;
    }

    /** Marks an archive document as one ({@code fh:archive}). */
    static void sign(Element feed, Selection selection) {
        if (selection.history().isArchive()) {
            feed.addContent(0, new Element("archive", HISTORY));
        }
    }
}
