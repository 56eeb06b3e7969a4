package org.feedwright.conformance;

import java.util.List;
import java.util.Optional;
import org.feedwright.document.FeedFormat;
import org.xml.sax.SAXException;

/** Reads feeds back, with the JDK's XML parser and Jackson alone. */
public final class Reader {
    private Reader() {}

    public static ReadFeed read(FeedFormat format, byte[] document) {
        try {
            return switch (format) {
                case ATOM -> AtomReader.read(Xml.root(document));
                case RSS -> RssReader.read(Xml.root(document));
                case RDF -> RdfReader.read(Xml.root(document));
                case JSON -> JsonReader.read(JsonFeedSchema.STRICT.readTree(document));
            };
        } catch (SAXException e) {
            throw new IllegalArgumentException("no reader can parse this: " + e.getMessage(), e);
        }
    }

    static <T> T only(List<T> list) {
        if (list.size() != 1) {
            throw new IllegalArgumentException("one was expected: " + list);
        }
        return list.getFirst();
    }

    static <T> T present(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }
}
