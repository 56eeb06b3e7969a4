package org.feedwright.conformance;

import static org.feedwright.conformance.Xml.ATOM;
import static org.feedwright.conformance.Xml.CONTENT;
import static org.feedwright.conformance.Xml.DUBLIN_CORE;
import static org.feedwright.conformance.Xml.NONE;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.feedwright.conformance.ReadEntry.ReadEnclosure;
import org.w3c.dom.Element;

final class RssReader {
    private RssReader() {}

    static ReadFeed read(Element rss) {
        var channel = Reader.only(Xml.children(rss, NONE, "channel"));
        return new ReadFeed(
                Optional.empty(),
                text(channel, "title"),
                Xml.text(channel, NONE, "description"),
                text(channel, "link"),
                Reader.only(links(channel, "self")),
                Xml.text(channel, NONE, "language"),
                Xml.text(channel, NONE, "copyright"),
                links(channel, "hub"),
                Xml.children(channel, NONE, "item").stream()
                        .map(item -> entry(item, channel))
                        .toList());
    }

    private static ReadEntry entry(Element item, Element channel) {
        return new ReadEntry(
                text(item, "guid"),
                text(item, "link"),
                text(item, "title"),
                ZonedDateTime.parse(text(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant(),
                Instant.parse(Reader.present(Xml.text(item, ATOM, "updated"), "atom:updated")),
                texts(item, DUBLIN_CORE, "creator"),
                texts(item, NONE, "category"),
                Xml.text(item, NONE, "description"),
                Xml.text(item, CONTENT, "encoded"),
                Xml.text(item, DUBLIN_CORE, "language").or(() -> Xml.text(channel, NONE, "language")),
                Xml.text(item, DUBLIN_CORE, "rights").or(() -> Xml.text(channel, NONE, "copyright")),
                Xml.children(item, NONE, "enclosure").stream()
                        .map(enclosure -> new ReadEnclosure(
                                enclosure.getAttribute("url"),
                                enclosure.getAttribute("type"),
                                Xml.attribute(enclosure, "length").map(Long::valueOf)))
                        .toList());
    }

    private static String text(Element parent, String name) {
        return Reader.present(Xml.text(parent, NONE, name), name);
    }

    private static List<String> texts(Element parent, String namespace, String name) {
        return Xml.children(parent, namespace, name).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static List<String> links(Element channel, String rel) {
        return Xml.children(channel, ATOM, "link").stream()
                .filter(link -> rel.equals(link.getAttribute("rel")))
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
