package org.feedwright.imports.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.feedwright.text.XmlText;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds elements by the names that everybody knows them by, whichever prefixes a document uses. */
final class FeedXml {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/Atom", "atom:"),
            Map.entry("http://purl.org/atom/ns#", "atom:"), // 0.3
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry("http://search.yahoo.com/mrss/", "media:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("http://purl.org/atompub/tombstones/1.0", "at:"),
            Map.entry("http://schemas.google.com/blogger/2018", "blogger:"),
            Map.entry("http://www.w3.org/2007/app", "app:"),
            Map.entry("http://purl.org/atom/app#", "app:"), // before RFC 5023
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("http://www.w3.org/XML/1998/namespace", ""));

    private FeedXml() {}

    /** The name of an element, such as {@code atom:entry} or {@code item}. */
    static String name(Element element) {
        String local = element.tag().localName();
        String space = element.tag().namespace();
        if (space.isEmpty()) { // nobody declared the prefix
            String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
            return prefix.isEmpty() ? local : prefix + ":" + local;
        }
        return PREFIXES.getOrDefault(space, "other:") + local;
    }

    static Stream<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> name(child).equals(name));
    }

    /** The first child of one of the names, in the order of the names. */
    static @Nullable Element child(Element parent, String... names) {
        return Stream.of(names)
                .flatMap(name -> children(parent, name))
                .findFirst()
                .orElse(null);
    }

    /** The text of the first child that has one of the names and any text; null if there is none. */
    static @Nullable String text(Element parent, String... names) {
        return Stream.of(names)
                .flatMap(name -> children(parent, name))
                .map(Element::wholeText)
                .map(XmlText::legal)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** The text on one line; null if there is none. */
    static @Nullable String line(Element parent, String... names) {
        return XmlText.lineOrNull(text(parent, names));
    }

    static List<String> lines(Element parent, String name) {
        return children(parent, name)
                .map(child -> XmlText.line(child.wholeText()))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** The text of an attribute; null if it is not there, or empty. */
    static @Nullable String attribute(@Nullable Element element, String name) {
        return element == null ? null : XmlText.lineOrNull(element.attr(name));
    }

    /** Where a feed says that readers have it, else where it says that the site is; null if it says neither as a whole. */
    static @Nullable String stated(Element feed) {
        var links = children(feed, "atom:link").toList();
        return Stream.of(
                        links.stream().filter(link -> link.attr("rel").equals("self")),
                        children(feed, "link"),
                        links.stream().filter(link -> List.of("", "alternate").contains(link.attr("rel"))))
                .flatMap(found -> found)
                .map(link -> XmlText.line(link.hasAttr("href") ? link.attr("href") : link.wholeText()))
                .filter(address -> address.matches("(?i)https?://\\S+"))
                .findFirst()
                .orElse(null);
    }

    /** Whether a feed names its kind or its owner as directories of podcasts want it; many others name an author so. */
    static boolean isPodcast(Element feed) {
        return Stream.of("itunes:category", "itunes:owner", "itunes:explicit")
                .anyMatch(name -> children(feed, name).findAny().isPresent());
    }

    /** What to say of each entry that a feed says is deleted (RFC 6721). */
    static List<String> deleted(Element feed) {
        return children(feed, "at:deleted-entry")
                .map(_ -> "entries that the feed says are deleted")
                .toList();
    }

    static @Nullable Long size(@Nullable String digits) {
        boolean isSize = digits != null && digits.matches("\\d{1,15}");
        return isSize && Long.parseLong(digits) > 0 ? Long.valueOf(digits) : null;
    }

    /** The language that an element states for itself or inherits (XML 1.0 §2.12). */
    static @Nullable String language(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.hasAttr("xml:lang")) {
                return XmlText.lineOrNull(each.attr("xml:lang"));
            }
        }
        return null;
    }
}
