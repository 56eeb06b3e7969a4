package org.feedwright.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document read back by a strict parser that has nothing to do with how it was made. */
sealed interface Parsed {

    /**
     * The texts found by a path, separated by "; "; null if there is none.
     *
     * @param entry the path of the entry; a path that begins with a slash is the document's own
     */
    @Nullable
    String text(String entry, String path);

    static Parsed xml(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Xml(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("this is no well-formed XML: " + e.getMessage(), e);
        }
    }

    static Parsed json(byte[] bytes) {
        return new Json(JsonMapper.shared().readTree(bytes));
    }

    record Xml(Document document) implements Parsed {
        @Override
        public @Nullable String text(String entry, String path) {
            var xpath = XPathFactory.newInstance().newXPath();
            xpath.setNamespaceContext(new Prefixes());
            try {
                String whole = path.startsWith("/") ? path : entry + "/" + path;
                var nodes = (NodeList) xpath.evaluate(whole, document, XPathConstants.NODESET);
                var texts = new ArrayList<String>();
                for (int i = 0; i < nodes.getLength(); i++) {
                    String text = nodes.item(i).getTextContent();
                    texts.add("pubDate".equals(nodes.item(i).getNodeName()) ? instant(text) : text);
                }
                return texts.isEmpty() ? null : String.join("; ", texts);
            } catch (XPathExpressionException e) {
                throw new AssertionError(path + " is no XPath", e);
            }
        }

        private static String instant(String date) {
            return Instant.from(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .toString();
        }
    }

    record Json(JsonNode document) implements Parsed {
        @Override
        public @Nullable String text(String entry, String path) {
            String whole = path.startsWith("/") ? path.substring(1) : entry + "/" + path;
            List<JsonNode> nodes = List.of(document);
            for (String step : whole.split("/", -1)) {
                nodes = nodes.stream()
                        .flatMap(node -> step.equals("*")
                                ? node.values().stream()
                                : Stream.of(node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step)))
                        .filter(node -> !node.isMissingNode())
                        .toList();
            }
            return nodes.isEmpty()
                    ? null
                    : nodes.stream().map(JsonNode::asString).collect(Collectors.joining("; "));
        }
    }

    final class Prefixes implements NamespaceContext {
        private static final Map<String, String> URIS = Map.ofEntries(
                Map.entry("a", "http://www.w3.org/2005/Atom"),
                Map.entry("atom", "http://www.w3.org/2005/Atom"),
                Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
                Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
                Map.entry("dcterms", "http://purl.org/dc/terms/"),
                Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
                Map.entry("media", "http://search.yahoo.com/mrss/"),
                Map.entry("podcast", "https://podcastindex.org/namespace/1.0"),
                Map.entry("r", "http://purl.org/rss/1.0/"),
                Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
                Map.entry("xml", XMLConstants.XML_NS_URI));

        @Override
        public String getNamespaceURI(String prefix) {
            return URIS.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public @Nullable String getPrefix(String uri) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.<String>of().iterator();
        }
    }
}
