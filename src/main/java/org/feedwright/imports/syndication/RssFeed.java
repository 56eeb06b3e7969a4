package org.feedwright.imports.syndication;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedArticle.File;
import org.feedwright.imports.syndication.SyndicatedFeed.Format;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS: 2.0 with the elements of other namespaces that publishers add, 0.9x, and 1.0, which is RDF.
 *
 * @param address of the document; null if it has none
 * @param zone of dates without one
 */
record RssFeed(XmlNode root, @Nullable String address, ZoneId zone) {
    private static final String OWN = "Feedwright";

    /** What is HTML in a title, though RSS does not say whether a title is. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?is).*(?:&(?:#\\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);|</?(?:b|i|em|strong|code|span|sup|sub|a|br)\\b[^>]*>).*");

    private static final int MANY = 2; // items with a text of their own show that the feed has texts

    SyndicatedFeed read() {
        var channel = root.first("channel").orElse(root);
        boolean isRdf = root.name().startsWith("rdf:");
        var items = Stream.concat(channel.all("item"), root.all("item")).toList();
        boolean hasTexts = items.stream().filter(item -> text(item).isPresent()).limit(MANY).count() == MANY;
        String generator = Objects.requireNonNullElse(channel.textOf("generator"), "");
        String language = channel.textOf("language", "dc:language");
        String home = home(channel);
        String title = title(channel.textOf("title"), generator);
        String subtitle = HtmlLine.of(Objects.requireNonNullElse(channel.textOf("description", "itunes:summary"), ""));
        return new SyndicatedFeed(
                isRdf ? Format.RDF : Format.RSS,
                address,
                link(channel, "self"),
                title,
                subtitle.isEmpty() || subtitle.equals(title) ? null : subtitle,
                home,
                language,
                author(channel).orElse(null),
                XmlText.lineOrNull(channel.textOf("copyright", "dc:rights")),
                generator,
                earlier(channel),
                items.stream()
                        .map(item -> item(item, generator, home, language, hasTexts))
                        .toList());
    }

    private @Nullable String home(XmlNode channel) {
        String stated = Addresses.whole(channel.textOf("link"), address);
        return stated == null ? link(channel, "alternate") : stated;
    }

    private static Optional<Person> author(XmlNode channel) {
        return PersonText.of(channel.textOf("managingEditor", "dc:creator", "itunes:author", "atom:author"));
    }

    private @Nullable String earlier(XmlNode channel) {
        String archive = link(channel, "prev-archive");
        return archive == null ? link(channel, "next") : archive;
    }

    private @Nullable String link(XmlNode element, String relation) {
        return element.all("atom:link")
                .filter(each -> each.attribute("rel").equals(relation))
                .map(each -> Addresses.whole(each.attribute("href"), address))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A title in RSS is text, which many publishers take for HTML. Feedwright does not. */
    private static String title(@Nullable String title, String generator) {
        String text = Objects.requireNonNullElse(title, "");
        return !generator.equals(OWN) && MARKUP.matcher(text).matches() ? HtmlLine.of(text) : XmlText.line(text);
    }

    private SyndicatedEntry item(
            XmlNode item, String generator, @Nullable String home, @Nullable String language, boolean hasTexts) {
        String link = itemLink(item, home);
        String base = link != null ? link : home != null ? home : address;
        var whole = text(item);
        String description = Objects.requireNonNullElse(item.textOf("description", "itunes:summary", "dcterms:abstract"), "");
        String content = Addresses.within(whole.orElse(description), base(item, base));
        boolean isSummary = whole.isPresent() && !description.isEmpty() && !description.equals(whole.get().strip());
        String published = item.textOf("pubDate", "dc:date", "atom:published", "dcterms:issued", "dcterms:created");
        String updated = item.textOf("atom:updated", "dcterms:modified");
        return new SyndicatedEntry(
                id(item),
                link,
                title(item.textOf("title", "media:title"), generator),
                FeedDates.of(published, zone),
                FeedDates.of(updated, zone),
                published == null ? updated : published,
                authors(item),
                Stream.concat(item.all("category"), item.all("dc:subject"))
                        .map(each -> HtmlLine.of(each.text()))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                isSummary ? Addresses.within(description, base) : null,
                content,
                whole.isEmpty() && (hasTexts || EntryText.isCut(content)),
                files(item),
                MediaElements.image(item, address),
                language(item, language),
                XmlText.lineOrNull(item.textOf("dc:rights")));
    }

    private static @Nullable String base(XmlNode item, @Nullable String otherwise) {
        return item.first("content:encoded", "description")
                .map(XmlNode::base)
                .orElse(otherwise);
    }

    private static @Nullable String language(XmlNode item, @Nullable String ofFeed) {
        String own = item.textOf("dc:language");
        return Objects.equals(own, ofFeed) ? null : own;
    }

    /** The text beside which a description is a summary. */
    private static Optional<String> text(XmlNode item) {
        return Optional.ofNullable(item.textOf("content:encoded"))
                .or(() -> item.first("xhtml:body", "xhtml:div").map(XhtmlText::within));
    }

    /** The link; else the guid, if that is one: "If the guid element has an attribute named isPermaLink …". */
    private @Nullable String itemLink(XmlNode item, @Nullable String home) {
        String base = home == null ? address : home;
        String link = Addresses.whole(item.textOf("feedburner:origLink", "link"), base);
        if (link != null) {
            return link;
        }
        return item.first("guid")
                .filter(guid -> !guid.attribute("isPermaLink").equalsIgnoreCase("false"))
                .map(guid -> Addresses.whole(guid.text(), null))
                .orElseGet(() -> link(item, "alternate"));
    }

    private static @Nullable String id(XmlNode item) {
        String guid = item.textOf("guid", "atom:id");
        String about = item.attribute("rdf:about");
        return guid == null && !about.isEmpty() ? about : guid;
    }

    private static List<Person> authors(XmlNode item) {
        var creators = people(item, "dc:creator");
        if (!creators.isEmpty()) {
            return creators;
        }
        var authors = people(item, "author");
        return authors.isEmpty() ? people(item, "itunes:author") : authors;
    }

    private static List<Person> people(XmlNode item, String name) {
        return item.all(name).flatMap(each -> PersonText.of(each.text()).stream()).toList();
    }

    /** Files with their length in bytes, and of the first one, how long it plays. */
    private List<File> files(XmlNode item) {
        String duration = item.textOf("itunes:duration");
        var first = item.first("enclosure").orElse(null);
        var own = item.all("enclosure")
                .flatMap(each -> MediaElements.file(
                        Addresses.whole(each.attribute("url"), address),
                        each.attribute("type"),
                        each.attribute("length"),
                        null,
                        each == first ? duration : null)
                        .stream());
        return MediaElements.once(Stream.concat(own, MediaElements.files(item, address)));
    }
}
