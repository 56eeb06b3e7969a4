package org.feedwright.conformance;

import static org.feedwright.conformance.Xml.DUBLIN_CORE;
import static org.feedwright.conformance.Xml.NONE;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The rules of the <a href="https://web.resource.org/rss/1.0/spec">RSS 1.0 specification</a>, of its modules,
 * and of <a href="https://www.w3.org/TR/rdf-syntax-grammar/">RDF/XML</a> that a machine can check.
 */
final class RdfRules {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String RSS = "http://purl.org/rss/1.0/";
    static final String TERMS = "http://purl.org/dc/terms/";
    private static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";

    private static final Pattern URI = Pattern.compile("[a-z][a-z0-9+.-]*:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+");
    private static final Pattern W3C_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Set<String> OF_ROOT = Set.of("channel", "image", "item", "textinput");
    private static final Set<String> OF_CHANNEL = Set.of("title", "link", "description", "image", "items", "textinput");
    private static final Set<String> OF_ITEM = Set.of("title", "link", "description");
    private static final Set<String> PERIODS = Set.of("hourly", "daily", "weekly", "monthly", "yearly");

    private record Rule(String says, Predicate<Element> holds) {}

    private static final List<Rule> EVERYWHERE = List.of(
            new Rule("every element and every attribute has a namespace", RdfRules::isQualified),
            new Rule("a property has a text or a resource, not both", RdfRules::isUnmixed));

    private static final List<Rule> ROOT = List.of(
            new Rule(
                    "there is one channel",
                    root -> Xml.children(root, RSS, "channel").size() == 1),
            new Rule("what is in it of RSS is a channel, an image or an item", onlyHas(OF_ROOT)),
            new Rule("what an item or a channel is about is unique", RdfRules::areAboutsUnique),
            new Rule("the channel lists the items in their order", RdfRules::listsItems),
            new Rule("the channel names the image, which is what its url says", RdfRules::hasProperImage));

    private static final List<Rule> CHANNEL = List.of(
            new Rule("a channel is about a URI", element -> isUri(element.getAttributeNS(RDF, "about"))),
            new Rule(
                    "what is in a channel of RSS is there once",
                    onlyHas(OF_CHANNEL).and(RdfRules::hasOnce)),
            new Rule("a channel has a title", hasText("title")),
            new Rule("a channel has a description", hasText("description")),
            new Rule("a channel has a link, a URI", RdfRules::hasLink),
            new Rule("dc:date is a date", isAbsentOr(DUBLIN_CORE, "date", W3C_DATE)),
            new Rule("dc:language is a language tag", isAbsentOr(DUBLIN_CORE, "language", LANGUAGE)),
            new Rule("sy:updatePeriod is a period", RdfRules::hasPeriod),
            new Rule(
                    "sy:updateFrequency is a number",
                    isAbsentOr(SYNDICATION, "updateFrequency", Pattern.compile("[1-9]\\d*"))));

    private static final List<Rule> ITEM = List.of(
            new Rule("an item is about a URI", element -> isUri(element.getAttributeNS(RDF, "about"))),
            new Rule("what is in an item of RSS is there once", onlyHas(OF_ITEM).and(RdfRules::hasOnce)),
            new Rule("an item has a title", hasText("title")),
            new Rule("an item has a link, a URI", RdfRules::hasLink),
            new Rule("dc:date is a date", isAbsentOr(DUBLIN_CORE, "date", W3C_DATE)),
            new Rule("dcterms:modified is a date", isAbsentOr(TERMS, "modified", W3C_DATE)),
            new Rule("dc:language is a language tag", isAbsentOr(DUBLIN_CORE, "language", LANGUAGE)),
            new Rule(
                    "dc:creator is not empty",
                    item -> Xml.children(item, DUBLIN_CORE, "creator").stream()
                            .noneMatch(creator -> creator.getTextContent().isBlank())));

    private RdfRules() {}

    static List<String> violations(byte[] document) {
        Element root;
        try {
            root = Xml.root(document);
        } catch (SAXException e) {
            return List.of("not well formed: " + e.getMessage());
        }
        if (!Xml.is(root, RDF, "RDF")) {
            return List.of("an RSS 1.0 document is an rdf:RDF element");
        }
        return Stream.of(
                        Xml.children(root).flatMap(RdfRules::all).flatMap(element -> broken(EVERYWHERE, element)),
                        broken(ROOT, root),
                        Xml.children(root, RSS, "channel").stream().flatMap(channel -> broken(CHANNEL, channel)),
                        Xml.children(root, RSS, "item").stream().flatMap(item -> broken(ITEM, item)))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), Xml.children(element).flatMap(RdfRules::all));
    }

    private static Stream<String> broken(List<Rule> rules, Element element) {
        return rules.stream()
                .filter(rule -> !rule.holds.test(element))
                .map(rule -> rule.says + ", unlike in " + element.getNodeName() + ": "
                        + element.getTextContent().strip());
    }

    private static boolean isQualified(Element element) {
        var attributes = element.getAttributes();
        return element.getNamespaceURI() != null
                && IntStream.range(0, attributes.getLength())
                        .mapToObj(attributes::item)
                        .map(Attr.class::cast)
                        .allMatch(attribute -> attribute.getNamespaceURI() != null);
    }

    private static boolean isUnmixed(Element element) {
        boolean hasText = IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(node -> !(node instanceof Element))
                .anyMatch(node -> !node.getTextContent().isBlank());
        return !hasText || (Xml.children(element).findAny().isEmpty() && !element.hasAttributeNS(RDF, "resource"));
    }

    private static boolean areAboutsUnique(Element root) {
        var seen = new HashSet<String>();
        return Xml.children(root)
                .filter(element -> !Xml.is(element, RSS, "image"))
                .allMatch(element -> seen.add(element.getAttributeNS(RDF, "about")));
    }

    private static boolean listsItems(Element root) {
        var listed = Xml.children(root, RSS, "channel").stream()
                .flatMap(channel -> Xml.child(channel, RSS, "items").stream())
                .flatMap(items -> Xml.child(items, RDF, "Seq").stream())
                .map(list -> Xml.children(list, RDF, "li").stream()
                        .map(item -> item.getAttributeNS(RDF, "resource"))
                        .toList())
                .toList();
        return listed.equals(List.of(Xml.children(root, RSS, "item").stream()
                .map(item -> item.getAttributeNS(RDF, "about"))
                .toList()));
    }

    private static boolean hasProperImage(Element root) {
        var named = Xml.child(root, RSS, "channel")
                .flatMap(channel -> Xml.child(channel, RSS, "image"))
                .map(image -> image.getAttributeNS(RDF, "resource"));
        var image = Xml.child(root, RSS, "image");
        return named.equals(image.map(it -> it.getAttributeNS(RDF, "about")))
                && image.stream()
                        .allMatch(it -> text(it, RSS, "url").equals(named)
                                && hasText("title").test(it)
                                && hasLink(it));
    }

    private static boolean hasPeriod(Element channel) {
        return text(channel, SYNDICATION, "updatePeriod").stream().allMatch(PERIODS::contains);
    }

    private static Predicate<Element> onlyHas(Set<String> names) {
        return parent -> Xml.children(parent)
                .filter(child -> RSS.equals(child.getNamespaceURI()))
                .allMatch(child -> names.contains(child.getLocalName()));
    }

    private static boolean hasOnce(Element parent) {
        var seen = new HashSet<String>();
        return Xml.children(parent)
                .filter(child -> RSS.equals(child.getNamespaceURI()))
                .allMatch(child -> seen.add(child.getLocalName()));
    }

    private static Predicate<Element> hasText(String name) {
        return parent -> text(parent, RSS, name).filter(text -> !text.isBlank()).isPresent();
    }

    private static boolean hasLink(Element parent) {
        return text(parent, RSS, "link").filter(RdfRules::isUri).isPresent();
    }

    private static Predicate<Element> isAbsentOr(String namespace, String name, Pattern pattern) {
        return parent -> Xml.children(parent, namespace, name).stream()
                .allMatch(child -> pattern.matcher(child.getTextContent()).matches());
    }

    private static Optional<String> text(Element parent, String namespace, String name) {
        return Xml.text(parent, namespace, name);
    }

    private static boolean isUri(String text) {
        return !text.equals(NONE) && URI.matcher(text).matches();
    }
}
