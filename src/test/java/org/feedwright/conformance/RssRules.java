package org.feedwright.conformance;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The rules of the <a href="https://www.rssboard.org/rss-specification">RSS 2.0 specification</a> and of the
 * <a href="https://www.rssboard.org/rss-profile">RSS Best Practices Profile</a> that a machine can check.
 */
public final class RssRules {
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final Pattern URI = Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[^/ ]+/[^/ ]+.*");
    private static final Pattern AUTHOR = Pattern.compile("\\S+@\\S+( \\(.+\\))?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern NAMED_ENTITY_IN_TITLE =
            Pattern.compile("<title>[^<]*(&lt;|&amp;|<!\\[CDATA\\[)[^<]*</title>");

    private static final Set<String> OF_CHANNEL = Set.of(
            "title",
            "link",
            "description",
            "language",
            "copyright",
            "managingEditor",
            "webMaster",
            "pubDate",
            "lastBuildDate",
            "category",
            "generator",
            "docs",
            "cloud",
            "ttl",
            "image",
            "textInput",
            "skipHours",
            "skipDays",
            "item");
    private static final Set<String> OF_ITEM = Set.of(
            "title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source");
    private static final Set<String> REPEATABLE = Set.of("category", "item");

    private record Rule(String says, Predicate<Element> holds) {}

    private static final List<Rule> CHANNEL = List.of(
            new Rule("a channel has a title that is not empty", hasText("title")),
            new Rule("a channel has a description that is not empty", hasText("description")),
            new Rule(
                    "a channel has a link, a URI",
                    channel -> text(channel, "link").filter(RssRules::isUri).isPresent()),
            new Rule("what is in a channel is of RSS or of a namespace", onlyHas(OF_CHANNEL)),
            new Rule("an element of a channel is there once", RssRules::hasOnce),
            new Rule("lastBuildDate is an RFC 822 date", isAbsentOr("lastBuildDate", RssRules::isDate)),
            new Rule("pubDate is an RFC 822 date", isAbsentOr("pubDate", RssRules::isDate)),
            new Rule("a channel's pubDate is that of its newest item", RssRules::isPublishedWithItsNewest),
            new Rule(
                    "language is a language tag",
                    isAbsentOr("language", tag -> LANGUAGE.matcher(tag).matches())),
            new Rule("ttl is a number of minutes", isAbsentOr("ttl", minutes -> minutes.matches("[1-9]\\d*"))),
            new Rule("managingEditor is an e-mail address", isAbsentOr("managingEditor", RssRules::isAuthor)),
            new Rule("webMaster is an e-mail address", isAbsentOr("webMaster", RssRules::isAuthor)),
            new Rule("one atom:link is the channel's own address", RssRules::hasSelf),
            new Rule("an image has the channel's title and link, and a URI", RssRules::hasProperImage),
            new Rule("guids are unique", RssRules::hasUniqueGuids));

    private static final List<Rule> ITEM = List.of(
            new Rule("an item has a title or a description", hasText("title").or(hasText("description"))),
            new Rule("what is in an item is of RSS or of a namespace", onlyHas(OF_ITEM)),
            new Rule("an element of an item is there once", RssRules::hasOnce),
            new Rule("a link is a URI", isAbsentOr("link", RssRules::isUri)),
            new Rule("pubDate is an RFC 822 date", isAbsentOr("pubDate", RssRules::isDate)),
            new Rule("an author is an e-mail address", isAbsentOr("author", RssRules::isAuthor)),
            new Rule("a guid that is no address says so", RssRules::hasHonestGuid),
            new Rule("dc:creator is not empty", RssRules::hasNamedCreators),
            new Rule("content:encoded comes after a description", RssRules::hasDescriptionBeforeContent),
            new Rule("an enclosure has an address, a length and a type", RssRules::hasProperEnclosure),
            new Rule(
                    "atom:updated is an RFC 3339 date",
                    item -> Xml.text(item, Xml.ATOM, "updated")
                            .filter(date -> !date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                            .isEmpty()));

    private RssRules() {}

    public static List<String> violations(byte[] document) {
        Element rss;
        try {
            rss = Xml.root(document);
        } catch (SAXException e) {
            return List.of("not well formed: " + e.getMessage());
        }
        var channels = Xml.children(rss, Xml.NONE, "channel");
        if (!Xml.is(rss, Xml.NONE, "rss") || !"2.0".equals(rss.getAttribute("version")) || channels.size() != 1) {
            return List.of("an RSS document is an rss element of version 2.0 with one channel");
        }
        var channel = channels.getFirst();
        return Stream.of(
                        broken(CHANNEL, channel),
                        Xml.children(channel, Xml.NONE, "item").stream().flatMap(item -> broken(ITEM, item)),
                        titles(document))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<String> broken(List<Rule> rules, Element element) {
        return rules.stream()
                .filter(rule -> !rule.holds.test(element))
                .map(rule ->
                        rule.says + ", unlike in " + element.getTextContent().strip());
    }

    /** "The ampersand and less-than characters SHOULD be encoded as &#x26; and &#x3C;" (Profile, "Character Data"). */
    private static Stream<String> titles(byte[] document) {
        return NAMED_ENTITY_IN_TITLE
                .matcher(new String(document, StandardCharsets.UTF_8))
                .results()
                .map(title -> "a title escapes by hexadecimal references, unlike " + title.group());
    }

    private static Predicate<Element> hasText(String name) {
        return parent -> text(parent, name).filter(text -> !text.isBlank()).isPresent();
    }

    private static Predicate<Element> isAbsentOr(String name, Predicate<String> right) {
        return parent -> text(parent, name).filter(right.negate()).isEmpty();
    }

    private static Predicate<Element> onlyHas(Set<String> names) {
        return parent -> Xml.children(parent)
                .allMatch(child -> child.getNamespaceURI() != null || names.contains(child.getLocalName()));
    }

    private static boolean hasOnce(Element parent) {
        var seen = new HashSet<String>();
        return Xml.children(parent)
                .filter(child -> child.getNamespaceURI() == null && !REPEATABLE.contains(child.getLocalName()))
                .allMatch(child -> seen.add(child.getLocalName()));
    }

    /** Where a channel has items it has the date, which SmartNews demands. */
    private static boolean isPublishedWithItsNewest(Element channel) {
        return Xml.children(channel, Xml.NONE, "item").stream()
                .flatMap(item -> text(item, "pubDate").stream())
                .filter(RssRules::isDate)
                .map(date -> LocalDateTime.parse(date, RFC_822))
                .max(Comparator.naturalOrder())
                .map(RFC_822::format)
                .equals(text(channel, "pubDate"));
    }

    private static boolean hasSelf(Element channel) {
        return Xml.children(channel, Xml.ATOM, "link").stream()
                        .filter(link -> "self".equals(link.getAttribute("rel")))
                        .filter(link -> isUri(link.getAttribute("href")))
                        .filter(link -> "application/rss+xml".equals(link.getAttribute("type")))
                        .count()
                == 1;
    }

    private static boolean hasProperImage(Element channel) {
        return Xml.child(channel, Xml.NONE, "image").stream()
                .allMatch(image -> text(image, "title").equals(text(channel, "title"))
                        && text(image, "link").equals(text(channel, "link"))
                        && text(image, "url").filter(RssRules::isUri).isPresent());
    }

    private static boolean hasUniqueGuids(Element channel) {
        var seen = new HashSet<String>();
        return Xml.children(channel, Xml.NONE, "item").stream()
                .flatMap(item -> text(item, "guid").stream())
                .allMatch(seen::add);
    }

    private static boolean hasHonestGuid(Element item) {
        return Xml.child(item, Xml.NONE, "guid")
                .filter(guid -> "false".equals(guid.getAttribute("isPermaLink")) || isUri(guid.getTextContent()))
                .isPresent();
    }

    private static boolean hasNamedCreators(Element item) {
        return Xml.children(item, Xml.DUBLIN_CORE, "creator").stream()
                .noneMatch(creator -> creator.getTextContent().isBlank());
    }

    private static boolean hasDescriptionBeforeContent(Element item) {
        var names = Xml.children(item).map(Element::getLocalName).toList();
        return !names.contains("encoded")
                || (names.contains("description") && names.indexOf("description") < names.indexOf("encoded"));
    }

    private static boolean hasProperEnclosure(Element item) {
        return Xml.child(item, Xml.NONE, "enclosure").stream()
                .allMatch(enclosure -> isUri(enclosure.getAttribute("url"))
                        && enclosure.getAttribute("length").matches("\\d+")
                        && MEDIA_TYPE.matcher(enclosure.getAttribute("type")).matches());
    }

    private static Optional<String> text(Element parent, String name) {
        return Xml.text(parent, Xml.NONE, name);
    }

    private static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }

    private static boolean isAuthor(String text) {
        return AUTHOR.matcher(text).matches();
    }

    private static boolean isDate(String text) {
        try {
            return RFC_822.format(LocalDateTime.parse(text, RFC_822)).equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
