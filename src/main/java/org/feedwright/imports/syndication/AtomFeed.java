package org.feedwright.imports.syndication;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedArticle.File;
import org.feedwright.imports.syndication.SyndicatedFeed.Format;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads Atom (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>), and its draft 0.3.
 *
 * @param address of the document; null if it has none
 * @param zone of dates without one
 */
record AtomFeed(XmlNode root, @Nullable String address, ZoneId zone) {
    SyndicatedFeed read() {
        String title = line(root.first("atom:title").orElse(null));
        var author = people(root).findFirst();
        return new SyndicatedFeed(
                Format.ATOM,
                address,
                link(root, "self"),
                title,
                XmlText.lineOrNull(line(root.first("atom:subtitle", "atom:tagline").orElse(null))),
                link(root, "alternate"),
                root.language(),
                author.filter(person -> !person.name().equals(title)).orElse(null),
                XmlText.lineOrNull(line(root.first("atom:rights", "atom:copyright").orElse(null))),
                Objects.requireNonNullElse(root.textOf("atom:generator"), ""),
                earlier(root),
                (root.name().equals("atom:entry") ? Stream.of(root) : root.all("atom:entry"))
                        .map(this::entry)
                        .toList());
    }

    /** The document before this one: an archive, or the next page (RFC 5005 §3 and §4). */
    private @Nullable String earlier(XmlNode feed) {
        String archive = link(feed, "prev-archive");
        return archive == null ? link(feed, "next") : archive;
    }

    private SyndicatedEntry entry(XmlNode entry) {
        String published = entry.textOf("atom:published", "atom:issued", "atom:created", "dc:date");
        String updated = entry.textOf("atom:updated", "atom:modified");
        String link = original(entry).orElseGet(() -> link(entry, "alternate"));
        String summary = html(entry.first("atom:summary").orElse(null), link);
        String content = html(entry.first("atom:content").orElse(null), link);
        String language = entry.first("atom:content", "atom:title").map(XmlNode::language).orElse(entry.language());
        String id = entry.textOf("atom:id");
        return new SyndicatedEntry(
                id,
                link,
                line(entry.first("atom:title").orElse(null)),
                FeedDates.of(published, zone),
                FeedDates.of(updated, zone),
                published == null ? updated : published,
                authors(entry),
                entry.all("atom:category")
                        .map(each -> each.attribute("label").isEmpty() ? each.attribute("term") : each.attribute("label"))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                content.isBlank() || summary.isBlank() ? null : summary,
                content.isBlank() ? summary : content,
                content.isBlank() || isElsewhere(entry),
                files(entry),
                MediaElements.image(entry, address),
                Objects.equals(language, root.language()) ? null : language,
                XmlText.lineOrNull(line(entry.first("atom:rights").orElse(null))));
    }

    private static Optional<String> original(XmlNode entry) {
        return Optional.ofNullable(Addresses.whole(entry.textOf("feedburner:origLink"), null));
    }

    private static boolean isElsewhere(XmlNode entry) {
        return entry.first("atom:content").filter(each -> !each.attribute("src").isEmpty()).isPresent();
    }

    /** Who wrote it: named in the entry, or by the feed that it comes from (§4.2.1). */
    private static List<Person> authors(XmlNode entry) {
        var own = people(entry).toList();
        return own.isEmpty() ? entry.first("atom:source").stream().flatMap(AtomFeed::people).toList() : own;
    }

    private static Stream<Person> people(XmlNode element) {
        return element.all("atom:author")
                .flatMap(each -> PersonText.of(
                        each.textOf("atom:name"), each.textOf("atom:email"), each.textOf("atom:uri", "atom:url"))
                        .stream());
    }

    private List<File> files(XmlNode entry) {
        var own = entry.all("atom:link")
                .filter(each -> each.attribute("rel").equals("enclosure"))
                .flatMap(each -> MediaElements.file(
                        Addresses.whole(each.attribute("href"), base(each)),
                        each.attribute("type"),
                        each.attribute("length"),
                        each.attribute("title"),
                        null)
                        .stream());
        return MediaElements.once(Stream.concat(own, MediaElements.files(entry, address)));
    }

    private @Nullable String base(XmlNode element) {
        return element.base() == null ? address : element.base();
    }

    /** The address of the first link of a relation; of several to the same entry, the one to a page. */
    private @Nullable String link(XmlNode element, String relation) {
        return element.all("atom:link")
                .filter(each -> (each.attribute("rel").isEmpty() ? "alternate" : each.attribute("rel")).equals(relation))
                .sorted((one, other) -> Boolean.compare(isPage(other), isPage(one)))
                .map(each -> Addresses.whole(each.attribute("href"), base(each)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isPage(XmlNode link) {
        String type = link.attribute("type").toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.startsWith("text/html") || type.startsWith("application/xhtml");
    }

    /** A text construct (§3.1) as plain text. */
    private static String line(@Nullable XmlNode text) {
        if (text == null) {
            return "";
        }
        return switch (type(text)) {
            case "html" -> HtmlLine.of(text.text());
            default -> XmlText.line(text.text()); // of XHTML, too: its elements are dropped
        };
    }

    /** A text construct, or content (§4.1.3), as HTML with whole addresses. */
    private String html(@Nullable XmlNode text, @Nullable String link) {
        if (text == null) {
            return "";
        }
        String source = text.attribute("src");
        if (!source.isEmpty()) {
            String whole = Addresses.whole(source, base(text));
            return whole == null
                    ? ""
                    : "<p><a href=\"" + XhtmlText.escaped(whole) + "\">" + XhtmlText.escaped(whole) + "</a></p>";
        }
        String html = switch (type(text)) {
            case "html" -> text.text();
            case "xhtml" -> XhtmlText.within(text.first("xhtml:div", "div").orElse(text));
            default -> MediaElements.paragraphs(text.text());
        };
        var inner = text.first("xhtml:div").map(XmlNode::base).orElse(text.base());
        return Addresses.within(html, inner != null ? inner : link != null ? link : address);
    }

    private static String type(XmlNode text) {
        String type = text.attribute("type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        String mode = text.attribute("mode"); // of 0.3
        if (type.equals("xhtml") || type.equals("application/xhtml+xml") || mode.equals("xml") || text.first("xhtml:div").isPresent()) {
            return "xhtml";
        }
        return type.equals("html") || type.equals("text/html") || mode.equals("escaped") ? "html" : "text";
    }
}
