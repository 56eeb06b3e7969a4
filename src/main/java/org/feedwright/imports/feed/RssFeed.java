package org.feedwright.imports.feed;

import static org.feedwright.imports.feed.FeedXml.attribute;
import static org.feedwright.imports.feed.FeedXml.child;
import static org.feedwright.imports.feed.FeedXml.children;
import static org.feedwright.imports.feed.FeedXml.line;
import static org.feedwright.imports.feed.FeedXml.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS: 2.0 and the versions that it continues (0.9x), and 1.0, which is RDF and has its items beside the channel.
 *
 * @param address at which the document was found
 */
record RssFeed(Element root, Element channel, @Nullable String address, boolean isWhole) {
    /** A title beyond this is none, and its markup is not looked for. */
    private static final int LONGEST_MARKED = 10_000; // characters

    FeedPage page() {
        boolean isRdf = FeedXml.name(root).equals("rdf:RDF");
        var items = Stream.concat(children(channel, "item"), isRdf ? children(root, "item") : Stream.empty());
        String generator = Objects.requireNonNullElse(line(channel, "generator"), "");
        return new FeedPage(
                isRdf ? FeedKind.RDF : FeedKind.RSS,
                title(line(channel, "title"), generator),
                subtitle(generator),
                resolved(channel, line(channel, "link")),
                line(channel, "language", "dc:language"),
                line(channel, "copyright", "dc:rights"),
                Stream.of("itunes:author", "dc:creator", "managingEditor")
                        .flatMap(name -> PersonText.of(line(channel, name)).stream())
                        .findFirst()
                        .orElse(null),
                null,
                logo(),
                link("self"),
                Optional.ofNullable(link("prev-archive")).orElseGet(() -> link("next")),
                generator,
                items.map(item -> item(item, generator)).toList(),
                FeedXml.deleted(channel),
                FeedXml.isPodcast(channel),
                isWhole);
    }

    /** Channels without a subtitle repeat their title, for RSS demands a description. */
    private @Nullable String subtitle(String generator) {
        String description = line(channel, "description");
        return description == null || description.equals(line(channel, "title")) ? null : title(description, generator);
    }

    private @Nullable String logo() {
        var image = child(channel, "image");
        var itunes = child(channel, "itunes:image");
        String address = image == null ? null : line(image, "url");
        return resolved(channel, address == null ? attribute(itunes, "href") : address);
    }

    private @Nullable String link(String relation) {
        return children(channel, "atom:link")
                .filter(link -> link.attr("rel").equals(relation) && link.hasAttr("href"))
                .findFirst()
                .map(link -> resolved(link, link.attr("href")))
                .orElse(null);
    }

    private FeedEntry item(Element item, String generator) {
        var guid = child(item, "guid");
        String id = XmlText.lineOrNull(guid == null ? null : guid.wholeText());
        boolean isLink = id != null
                && !"false".equalsIgnoreCase(attribute(guid, "isPermaLink"))
                && id.matches("(?i)https?://\\S+");
        String link = resolved(item, line(item, "link"));
        link = link == null && isLink ? id : link;
        String about = attribute(item, "rdf:about");
        var texts = texts(item, link, generator);
        String date = text(item, "pubDate", "dc:date", "dcterms:created", "dcterms:issued", "atom:published");
        return new FeedEntry(
                id != null ? id : about != null ? about : link,
                link,
                title(line(item, "title"), generator),
                FeedDates.of(date),
                FeedDates.of(text(item, "atom:updated", "dcterms:modified")),
                authors(item),
                categories(item),
                texts.summary(),
                texts.content(),
                MediaElements.image(item, this::resolved),
                line(item, "dc:language"),
                line(item, "dc:rights"),
                files(item),
                false,
                FeedDates.notes(date));
    }

    private RssTexts texts(Element item, @Nullable String link, String generator) {
        var encoded = child(item, "content:encoded", "xhtml:body", "xhtml:div");
        boolean isXhtml = encoded != null && FeedXml.name(encoded).startsWith("xhtml:");
        String content = encoded == null ? null : isXhtml ? encoded.html() : encoded.wholeText();
        String description = text(item, "description", "itunes:summary", "media:description");
        var base = Base.of(item, link == null ? address : link);
        return RssTexts.of(html(description, base, link), html(content, base, link), isOwn(generator));
    }

    private static @Nullable String html(@Nullable String text, Base base, @Nullable String own) {
        return text == null || text.isBlank()
                ? null
                : base.html(XmlText.legal(text).strip(), own);
    }

    /** Authors by name stand in {@code dc:creator}, for {@code author} is an e-mail address (RSS 2.0). */
    private static List<Person> authors(Element item) {
        return Stream.of("dc:creator", "author", "itunes:author", "atom:author")
                .map(name -> children(item, name)
                        .flatMap(each ->
                                PersonText.of(name.equals("atom:author") ? line(each, "atom:name") : each.wholeText())
                                        .stream())
                        .distinct()
                        .toList())
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> categories(Element item) {
        return Stream.of("category", "dc:subject")
                .flatMap(name -> FeedXml.lines(item, name).stream())
                .map(RssFeed::unescaped)
                .distinct()
                .toList();
    }

    private List<File> files(Element item) {
        var files = new LinkedHashMap<String, File>();
        for (var enclosure :
                children(item, "enclosure").filter(each -> each.hasAttr("url")).toList()) {
            String url = Objects.requireNonNull(resolved(item, enclosure.attr("url")));
            files.put(
                    url,
                    new File(
                            url,
                            attribute(enclosure, "type"),
                            FeedXml.size(attribute(enclosure, "length")),
                            null,
                            files.isEmpty() ? MediaElements.duration(line(item, "itunes:duration")) : null));
        }
        MediaElements.files(item, this::resolved).forEach(file -> files.putIfAbsent(file.address(), file));
        return new ArrayList<>(files.values());
    }

    private @Nullable String resolved(Element element, @Nullable String reference) {
        return Base.of(element, address).resolveOrNull(reference);
    }

    private static boolean isOwn(String generator) {
        return generator.startsWith("Feedwright");
    }

    /** A title is plain text, which many programs escape twice or mark up all the same. */
    private static String title(@Nullable String text, String generator) {
        if (text == null) {
            return "";
        }
        return isOwn(generator) ? text : unescaped(text);
    }

    private static String unescaped(String text) {
        if (text.length() > LONGEST_MARKED) {
            return text;
        }
        if (text.matches("(?is).*</?(?:b|i|em|strong|code|sup|sub|a|span|cite|q)\\b[^<>]*>.*")) {
            return HtmlLine.of(text);
        }
        return text.matches("(?s).*&(?:#\\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,30});.*")
                ? XmlText.line(Parser.unescapeEntities(text, true))
                : text;
    }
}
