package org.feedwright.imports.wordpress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.feedwright.imports.wordpress.WxrItem.Term;

/** Reads an export item by item, so that one of any size takes no more memory than its largest item. */
final class WxrReader {
    private static final int MOST_DEPTH = 50; // of elements that nobody knows

    private final XMLStreamReader xml;
    private final Consumer<Map<String, String>> authors;
    private final Consumer<WxrItem> items;
    private final Map<String, String> channel = new HashMap<>();
    private boolean isExport;

    private WxrReader(XMLStreamReader xml, Consumer<Map<String, String>> authors, Consumer<WxrItem> items) {
        this.xml = xml;
        this.authors = authors;
        this.items = items;
    }

    /**
     * Reads an export.
     *
     * @param authors is given the texts of each author, by name
     * @return the texts of the channel by name, such as {@code title}
     * @throws IOException if the file cannot be read, or is no export of WordPress
     */
    static Map<String, String> read(Path file, Consumer<Map<String, String>> authors, Consumer<WxrItem> items)
            throws IOException {
        try (var text = new BufferedReader(WxrText.of(file))) {
            var reader = new WxrReader(parser(text), authors, items);
            reader.read();
            if (!reader.isExport) {
                throw new IOException(file + " is no export of WordPress; in WordPress, Tools > Export makes one");
            }
            return reader.channel;
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            throw new IOException(
                    file + (place == null ? "" : ":" + place.getLineNumber()) + ": its XML is broken ("
                            + String.valueOf(e.getMessage())
                                    .replaceAll("(?s)^.*Message: |\\s+", " ")
                                    .strip()
                            + "); export it anew, or mend it there",
                    e);
        }
    }

    /** A parser that reads no DTD and nothing beside the file, so that no entity can grow or reach anything. */
    private static XMLStreamReader parser(Reader text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(text);
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (name()) {
                case "rss", "channel" -> {}
                case "item" -> items.accept(item());
                case "wp:author" -> authors.accept(texts());
                case "wp:wxr_version" -> {
                    isExport = true;
                    skip();
                }
                case "title", "link", "description", "language", "wp:base_site_url", "wp:base_blog_url" ->
                    channel.putIfAbsent(name(), text());
                default -> skip();
            }
        }
    }

    private WxrItem item() throws XMLStreamException {
        var fields = new LinkedHashMap<String, String>();
        var terms = new ArrayList<Term>();
        var meta = new LinkedHashMap<String, List<String>>();
        int comments = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (name()) {
                case "category" -> terms.add(term());
                case "wp:postmeta" -> {
                    var entry = texts();
                    meta.computeIfAbsent(entry.getOrDefault("wp:meta_key", ""), _ -> new ArrayList<>())
                            .add(entry.getOrDefault("wp:meta_value", ""));
                }
                case "wp:comment" -> {
                    comments++;
                    skip();
                }
                default -> fields.putIfAbsent(name(), text());
            }
        }
        return new WxrItem(fields, terms, meta, comments);
    }

    private Term term() throws XMLStreamException {
        String domain = attribute("domain");
        String nicename = attribute("nicename");
        return new Term(domain, nicename, text());
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The texts of the elements within this one. */
    private Map<String, String> texts() throws XMLStreamException {
        var texts = new HashMap<String, String>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                texts.putIfAbsent(name(), text());
            }
        }
        return texts;
    }

    /** The text of an element and of those within it. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private int deeper(int depth) throws XMLStreamException {
        if (depth > MOST_DEPTH) {
            throw new XMLStreamException("elements stand inside each other too deeply", xml.getLocation());
        }
        return depth + 1;
    }

    /** The name with the prefix that WordPress uses, whichever version of the format it is. */
    private String name() {
        String space = xml.getNamespaceURI();
        String name = xml.getLocalName();
        if (space == null || space.isEmpty()) {
            return name;
        }
        if (space.contains("wordpress.org/export/")) {
            return (space.contains("/excerpt") ? "excerpt:" : "wp:") + name;
        }
        return switch (space) {
            case "http://purl.org/rss/1.0/modules/content/" -> "content:" + name;
            case "http://purl.org/dc/elements/1.1/" -> "dc:" + name;
            default -> "other:" + name;
        };
    }
}
