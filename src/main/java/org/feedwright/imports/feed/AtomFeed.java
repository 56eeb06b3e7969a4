package org.feedwright.imports.feed;

import static org.feedwright.imports.feed.FeedXml.attribute;
import static org.feedwright.imports.feed.FeedXml.child;
import static org.feedwright.imports.feed.FeedXml.children;
import static org.feedwright.imports.feed.FeedXml.line;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads Atom (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>, and 0.3 before it).
 *
 * @param address at which the document was found
 */
record AtomFeed(Element feed, @Nullable String address, boolean isWhole) {
    /** A title beyond this is none, and its markup is not looked for. */
    private static final int LONGEST_MARKED = 10_000; // characters

    FeedPage page() {
        String self = link(feed, "self");
        var posts = entries()
                .filter(entry -> BloggerEntry.other(entry).isEmpty())
                .map(entry -> entry(entry, self))
                .toList();
        String older = Optional.ofNullable(link(feed, "prev-archive")).orElseGet(() -> link(feed, "next"));
        return new FeedPage(
                FeedKind.ATOM,
                Objects.requireNonNullElse(lineOf(feed, "atom:title"), ""),
                lineOf(feed, "atom:subtitle", "atom:tagline"),
                link(feed, "alternate"),
                FeedXml.language(feed),
                lineOf(feed, "atom:rights", "atom:copyright"),
                people(feed, "atom:author").findFirst().orElse(null),
                resolved(feed, line(feed, "atom:icon")),
                resolved(feed, line(feed, "atom:logo")),
                self,
                older,
                Objects.requireNonNullElse(line(feed, "atom:generator"), ""),
                posts,
                Stream.concat(
                                entries().flatMap(entry -> BloggerEntry.other(entry).stream()),
                                FeedXml.deleted(feed).stream())
                        .toList(),
                FeedXml.isPodcast(feed),
                isWhole);
    }

    private Stream<Element> entries() {
        return children(feed, "atom:entry");
    }

    private FeedEntry entry(Element entry, @Nullable String self) {
        String link = link(entry, "alternate");
        String id = line(entry, "atom:id");
        var source = child(entry, "atom:source");
        String date = FeedXml.text(entry, "atom:published", "atom:issued");
        String change = FeedXml.text(entry, "atom:updated", "atom:modified");
        var published = FeedDates.of(date);
        var updated = FeedDates.of(change);
        var authors = people(entry, "atom:author").toList();
        if (authors.isEmpty() && source != null) { // §4.2.1
            authors = people(source, "atom:author").toList();
        }
        return new FeedEntry(
                id == null ? link : id,
                link,
                Objects.requireNonNullElse(lineOf(entry, "atom:title"), ""),
                published == null ? updated : published,
                published == null ? null : updated,
                authors,
                categories(entry),
                html(child(entry, "atom:summary"), link, self),
                html(child(entry, "atom:content"), link, self),
                MediaElements.image(entry, this::resolved),
                Optional.ofNullable(FeedXml.language(entry))
                        .filter(language -> !language.equals(FeedXml.language(feed)))
                        .orElse(null),
                lineOf(entry, "atom:rights"),
                enclosures(entry),
                isDraft(entry),
                FeedDates.notes(published == null ? change : date));
    }

    /** "The Atom Publishing Protocol", RFC 5023 §13.1.1; exports of blogs mark their drafts so. */
    private static boolean isDraft(Element entry) {
        return BloggerEntry.isDraft(entry)
                || children(entry, "app:control").anyMatch(control -> "yes".equals(line(control, "app:draft")));
    }

    private static List<String> categories(Element entry) {
        return children(entry, "atom:category")
                .filter(category -> !BloggerEntry.isKind(category))
                .map(category ->
                        Optional.ofNullable(attribute(category, "label")).orElseGet(() -> attribute(category, "term")))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static Stream<Person> people(Element parent, String name) {
        return children(parent, name)
                .flatMap(person -> PersonText.person(
                        line(person, "atom:name"), line(person, "atom:email"), line(person, "atom:uri", "atom:url"))
                        .stream());
    }

    private List<File> enclosures(Element entry) {
        return links(entry, "enclosure")
                .filter(link -> link.hasAttr("href"))
                .map(link -> new File(
                        Base.of(link, address).resolve(link.attr("href")),
                        attribute(link, "type"),
                        FeedXml.size(attribute(link, "length")),
                        attribute(link, "title")))
                .toList();
    }

    /** Without a relation a link is an alternate one (§4.2.7.2). */
    private static Stream<Element> links(Element parent, String relation) {
        return children(parent, "atom:link").filter(link -> {
            String rel = link.hasAttr("rel") ? link.attr("rel").strip() : "alternate";
            return rel.replaceFirst("^http://www\\.iana\\.org/assignments/relation/", "")
                    .equals(relation);
        });
    }

    /** The address of a link; of several, that of a page counts before others. */
    private @Nullable String link(Element parent, String relation) {
        var links = links(parent, relation).filter(link -> link.hasAttr("href")).toList();
        return links.stream()
                .filter(link -> link.attr("type").isEmpty() || link.attr("type").contains("html"))
                .findFirst()
                .or(() -> links.stream().findFirst())
                .map(link -> resolved(link, link.attr("href")))
                .orElse(null);
    }

    private @Nullable String resolved(Element element, @Nullable String reference) {
        return Base.of(element, address).resolveOrNull(reference);
    }

    private @Nullable String lineOf(Element parent, String... names) {
        var element = child(parent, names);
        if (element == null) {
            return null;
        }
        String html = written(element);
        boolean isText = !isHtml(element) || (html != null && html.length() > LONGEST_MARKED);
        return XmlText.lineOrNull(html == null || isText ? element.wholeText() : HtmlLine.of(html));
    }

    private static boolean isHtml(Element construct) {
        String type = construct.attr("type").strip();
        return type.equals("html")
                || type.equals("xhtml")
                || type.equals("text/html")
                || type.equals("application/xhtml+xml")
                || (construct.attr("mode").equals("escaped") && type.isEmpty());
    }

    /** The HTML of a text construct or of content in line, with whole addresses; null if there is none. */
    private @Nullable String html(@Nullable Element construct, @Nullable String own, @Nullable String self) {
        String html = construct == null ? null : written(construct);
        if (html == null || html.isBlank()) {
            return null;
        }
        var base = Base.of(Objects.requireNonNull(construct), address == null ? self : address);
        return base.html(html.strip(), own);
    }

    private static @Nullable String written(Element construct) {
        String type = construct.attr("type").strip();
        if (type.equals("xhtml") || type.equals("application/xhtml+xml")) {
            return xhtml(construct);
        }
        String text = XmlText.legal(construct.wholeText());
        if (isHtml(construct)) {
            return text;
        }
        return type.isEmpty() || type.equals("text") || type.startsWith("text/")
                ? Entities.escape(text.strip()).replace("&apos;", "'").replaceAll("\n[ \t]*\n\\s*", "\n<p>")
                : null; // neither text nor HTML: a picture, say
    }

    /** What stands in the {@code div} of XHTML (§3.1.1.3), as HTML: without prefixes, and with each element closed. */
    private static String xhtml(Element construct) {
        var copy = construct.clone();
        var div = copy.childrenSize() == 1 && copy.child(0).tag().localName().equals("div") ? copy.child(0) : copy;
        for (var element : div.getAllElements()) {
            if (!element.tag().prefix().isEmpty()) {
                element.tagName(element.tag().localName());
            }
            if (element.childNodeSize() == 0 && !VOID.contains(element.tag().localName())) {
                element.appendChild(new TextNode(""));
            }
        }
        // Where a prefix was taken away, an end tag is written, and that of br is a second one to HTML.
        return XmlText.legal(div.html().replaceAll("</(?:" + String.join("|", VOID) + ")>", ""));
    }

    private static final List<String> VOID = List.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
}
