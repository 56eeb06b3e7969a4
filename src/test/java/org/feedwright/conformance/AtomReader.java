package org.feedwright.conformance;

import static org.feedwright.conformance.Xml.ATOM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.conformance.ReadEntry.ReadEnclosure;
import org.w3c.dom.Element;

final class AtomReader {
    private AtomReader() {}

    static ReadFeed read(Element feed) {
        return new ReadFeed(
                Xml.text(feed, ATOM, "id"),
                text(feed, "title"),
                Xml.text(feed, ATOM, "subtitle"),
                Reader.only(links(feed, "alternate")).getAttribute("href"),
                Reader.only(links(feed, "self")).getAttribute("href"),
                Xml.attribute(feed, "xml:lang"),
                Xml.text(feed, ATOM, "rights"),
                links(feed, "hub").stream().map(hub -> hub.getAttribute("href")).toList(),
                Xml.children(feed, ATOM, "entry").stream()
                        .map(entry -> entry(entry, feed))
                        .toList());
    }

    private static ReadEntry entry(Element entry, Element feed) {
        return new ReadEntry(
                text(entry, "id"),
                Reader.only(links(entry, "alternate")).getAttribute("href"),
                text(entry, "title"),
                Instant.parse(text(entry, "published")),
                Instant.parse(text(entry, "updated")),
                Xml.children(entry, ATOM, "author").stream()
                        .map(author -> text(author, "name"))
                        .toList(),
                Xml.children(entry, ATOM, "category").stream()
                        .map(category -> category.getAttribute("term"))
                        .toList(),
                html(entry, "summary"),
                html(entry, "content"),
                Xml.attribute(entry, "xml:lang").or(() -> Xml.attribute(feed, "xml:lang")),
                Xml.text(entry, ATOM, "rights").or(() -> Xml.text(feed, ATOM, "rights")),
                links(entry, "enclosure").stream()
                        .map(link -> new ReadEnclosure(
                                link.getAttribute("href"),
                                link.getAttribute("type"),
                                Xml.attribute(link, "length").map(Long::valueOf)))
                        .toList());
    }

    private static Optional<String> html(Element entry, String name) {
        return Xml.child(entry, ATOM, name)
                .filter(element -> "html".equals(element.getAttribute("type")))
                .map(Element::getTextContent);
    }

    private static String text(Element parent, String name) {
        return Reader.present(Xml.text(parent, ATOM, name), name);
    }

    private static List<Element> links(Element parent, String rel) {
        return Xml.children(parent, ATOM, "link").stream()
                .filter(link -> rel.equals(link.getAttribute("rel")))
                .toList();
    }
}
