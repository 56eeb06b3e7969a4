package org.feedwright.imports.syndication;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.feedwright.text.AbsoluteHtml;
import org.jspecify.annotations.Nullable;

/** Reads a feed's XML as a tree, without a DTD and without anything beside the document. */
final class FeedXml {
    private static final int MOST = 2_000_000; // elements

    /** The usual prefixes of the namespaces that feeds use; those of RSS itself have none. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom:"),
            Map.entry("http://purl.org/atom/ns#", "atom:"), // 0.3
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry("http://search.yahoo.com/mrss/", "media:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"));

    private FeedXml() {}

    /**
     * The outermost element.
     *
     * @param address of the document; null if it has none
     * @throws IOException if the text is no XML
     */
    static XmlNode read(String text, @Nullable String address) throws IOException {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return tree(factory.createXMLStreamReader(new StringReader(FeedText.xml(text))), address);
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            throw new IOException(
                    (place == null ? "" : "line " + place.getLineNumber() + ": ") + "its XML is broken ("
                            + String.valueOf(e.getMessage())
                                    .replaceAll("(?s)^.*Message: |\\s+", " ")
                                    .strip()
                            + ")",
                    e);
        }
    }

    private static XmlNode tree(XMLStreamReader xml, @Nullable String address) throws XMLStreamException {
        var open = new ArrayDeque<XmlNode>();
        int elements = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST) {
                        throw new XMLStreamException("it has more than " + MOST + " elements", xml.getLocation());
                    }
                    var parent = open.peek();
                    var element = element(xml, parent, address);
                    if (parent != null) {
                        parent.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var parent = open.peek();
                    if (parent != null) {
                        parent.add(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var element = open.pop();
                    if (open.isEmpty()) {
                        return element;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("it has no element");
                default -> {}
            }
        }
    }

    private static XmlNode element(XMLStreamReader xml, @Nullable XmlNode parent, @Nullable String address) {
        String space = xml.getNamespaceURI();
        var node = new XmlNode(
                prefix(space == null ? "" : space) + xml.getLocalName(),
                xml.getLocalName(),
                base(xml, parent, address),
                language(xml, parent));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String of = xml.getAttributeNamespace(i);
            node.attribute((of == null || of.isEmpty() ? "" : prefix(of)) + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return node;
    }

    private static String prefix(String space) {
        return space.isEmpty() ? "" : PREFIXES.getOrDefault(space.toLowerCase(Locale.ROOT), "other:");
    }

    /** An element's base is meant against that of the element around it, and at last against the document's address. */
    private static @Nullable String base(XMLStreamReader xml, @Nullable XmlNode parent, @Nullable String address) {
        String outer = parent == null ? null : parent.base();
        String own = xml.getAttributeValue(XMLConstants.XML_NS_URI, "base");
        if (own == null || own.isBlank()) {
            return outer;
        }
        String around = outer == null ? address : outer;
        return around == null ? own.strip() : AbsoluteHtml.resolved(own.strip(), around);
    }

    private static @Nullable String language(XMLStreamReader xml, @Nullable XmlNode parent) {
        String own = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        return own == null ? (parent == null ? null : parent.language()) : own.strip();
    }
}
