package org.feedwright.document;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Tombstone;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Writes which entries were withdrawn, for feeds that say so: in Atom as {@code at:deleted-entry} (<a
 * href="https://www.rfc-editor.org/rfc/rfc6721">RFC 6721</a>), in JSON Feed as an extension of ours.
 */
final class Tombstones {
    private static final Namespace TOMBSTONES = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    private Tombstones() {}

    static List<Element> elements(Selection selection) {
        return selection.tombstones().stream().map(Tombstones::element).toList();
    }

    private static Element element(Tombstone tombstone) {
        var element = new Element("deleted-entry", TOMBSTONES)
                .setAttribute("ref", tombstone.id().value())
                .setAttribute("when", when(tombstone));
        if (tombstone.reason() != null) {
            element.addContent(new Element("comment", TOMBSTONES).setText(tombstone.reason()));
        }
        return element;
    }

    /** The member {@code _tombstones} of JSON Feed; null where no entry was withdrawn. */
    static @Nullable Extension extension(Selection selection) {
        return selection.tombstones().isEmpty()
                ? null
                : new Extension(
                        "https://www.rfc-editor.org/rfc/rfc6721",
                        selection.tombstones().stream()
                                .map(tombstone ->
                                        new Deleted(tombstone.statedId(), when(tombstone), tombstone.reason()))
                                .toList());
    }

    /**
     * An extension of JSON Feed.
     *
     * @param about the address that explains the extension (JSON Feed 1.1, "Extensions")
     */
    record Extension(String about, List<Deleted> deleted) {}

    record Deleted(String id, String when, @Nullable String reason) {}

    private static String when(Tombstone tombstone) {
        return tombstone.when().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
