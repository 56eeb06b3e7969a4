package org.feedwright.conformance;

import static org.feedwright.conformance.RdfRules.RDF;
import static org.feedwright.conformance.RdfRules.RSS;
import static org.feedwright.conformance.RdfRules.TERMS;
import static org.feedwright.conformance.Xml.CONTENT;
import static org.feedwright.conformance.Xml.DUBLIN_CORE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

final class RdfReader {
    private RdfReader() {}

    static ReadFeed read(Element rdf) {
        var channel = Reader.only(Xml.children(rdf, RSS, "channel"));
        return new ReadFeed(
                Optional.empty(),
                text(channel, RSS, "title"),
                Xml.text(channel, RSS, "description"),
                text(channel, RSS, "link"),
                channel.getAttributeNS(RDF, "about"),
                Xml.text(channel, DUBLIN_CORE, "language"),
                Xml.text(channel, DUBLIN_CORE, "rights"),
                List.of(),
                Xml.children(rdf, RSS, "item").stream()
                        .map(item -> entry(item, channel))
                        .toList());
    }

    private static ReadEntry entry(Element item, Element channel) {
        return new ReadEntry(
                item.getAttributeNS(RDF, "about"),
                text(item, RSS, "link"),
                text(item, RSS, "title"),
                Instant.parse(text(item, DUBLIN_CORE, "date")),
                Instant.parse(text(item, TERMS, "modified")),
                texts(item, "creator"),
                texts(item, "subject"),
                Xml.text(item, RSS, "description"),
                Xml.text(item, CONTENT, "encoded"),
                Xml.text(item, DUBLIN_CORE, "language").or(() -> Xml.text(channel, DUBLIN_CORE, "language")),
                Xml.text(item, DUBLIN_CORE, "rights").or(() -> Xml.text(channel, DUBLIN_CORE, "rights")),
                List.of());
    }

    private static String text(Element parent, String namespace, String name) {
        return Reader.present(Xml.text(parent, namespace, name), name);
    }

    private static List<String> texts(Element parent, String name) {
        return Xml.children(parent, DUBLIN_CORE, name).stream()
                .map(Element::getTextContent)
                .toList();
    }
}
