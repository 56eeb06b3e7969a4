package org.feedwright.imports.feed;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Picture;
import org.feedwright.text.XmlText;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON Feed (<a href="https://www.jsonfeed.org/version/1.1/">version 1.1</a>, and 1).
 *
 * @param address at which the document was found
 */
record JsonFeed(JsonNode feed, @Nullable String address) {
    /** Where a feed says that it is, else where it says that the site is; null if it says neither. */
    static @Nullable String stated(JsonNode feed) {
        String own = line(feed, "feed_url");
        String address = own == null ? line(feed, "home_page_url") : own;
        return address != null && address.matches("(?i)https?://\\S+") ? address : null;
    }

    FeedPage page() {
        String home = resolved(line(feed, "home_page_url"));
        return new FeedPage(
                FeedKind.JSON,
                Objects.requireNonNullElse(line(feed, "title"), ""),
                line(feed, "description"),
                home,
                line(feed, "language"),
                null,
                authors(feed).stream().findFirst().orElse(null),
                resolved(line(feed, "favicon")),
                resolved(line(feed, "icon")),
                resolved(line(feed, "feed_url")),
                resolved(line(feed, "next_url")),
                "",
                items(),
                List.of(),
                false,
                true);
    }

    private List<FeedEntry> items() {
        var items = new ArrayList<FeedEntry>();
        for (var item : feed.path("items")) {
            if (item.isObject()) {
                items.add(item(item));
            }
        }
        return items;
    }

    private FeedEntry item(JsonNode item) {
        String link = resolved(line(item, "url"));
        String id = line(item, "id"); // a number is made a text, as the specification asks
        OffsetDateTime published = FeedDates.of(line(item, "date_published"));
        OffsetDateTime updated = FeedDates.of(line(item, "date_modified"));
        return new FeedEntry(
                id == null ? link : id,
                link == null ? resolved(line(item, "external_url")) : link,
                Objects.requireNonNullElse(line(item, "title"), ""),
                published == null ? updated : published,
                published == null ? null : updated,
                authors(item),
                tags(item),
                summary(item),
                content(item, link),
                picture(item),
                line(item, "language"),
                null,
                files(item),
                false,
                notes(item, link != null));
    }

    private static List<String> notes(JsonNode item, boolean hasOwnPage) {
        String published = line(item, "date_published");
        var notes = new ArrayList<>(
                FeedDates.notes(FeedDates.of(published) == null ? line(item, "date_modified") : published));
        if (hasOwnPage && line(item, "external_url") != null) {
            notes.add(
                    "with an address elsewhere (external_url), which the file does not have; see whether its text leads"
                            + " there");
        }
        return notes;
    }

    private @Nullable String content(JsonNode item, @Nullable String link) {
        String html = text(item, "content_html");
        if (html != null) {
            return new Base(link == null ? address : link).html(html.strip(), link);
        }
        String plain = text(item, "content_text");
        return plain == null || plain.strip().equals(text(item, "summary")) ? null : paragraphs(plain);
    }

    /** Lines of a summary, which have no other meaning in plain text, are points of a list. */
    private static @Nullable String summary(JsonNode item) {
        String summary = text(item, "summary");
        if (summary == null) {
            return null;
        }
        var lines = summary.strip().lines().toList();
        boolean isList = lines.size() > 1 && lines.stream().noneMatch(String::isBlank);
        if (!isList) {
            return paragraphs(summary);
        }
        var list = new StringBuilder("<ul>");
        lines.forEach(line -> list.append("<li>").append(escaped(line)).append("</li>"));
        return list.append("</ul>").toString();
    }

    private static String paragraphs(String plain) {
        var html = new StringBuilder();
        for (String paragraph : plain.strip().split("\\R\\s*\\R", -1)) {
            html.append("<p>")
                    .append(escaped(paragraph.strip()).replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
        return html.toString().strip();
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("&apos;", "'");
    }

    private @Nullable Picture picture(JsonNode item) {
        String image = Optional.ofNullable(line(item, "image")).orElseGet(() -> line(item, "banner_image"));
        String whole = resolved(image);
        return whole == null ? null : new Picture(whole, null);
    }

    private static List<String> tags(JsonNode item) {
        var tags = new LinkedHashSet<String>();
        item.path("tags").forEach(tag -> {
            String name = tag.isString() ? XmlText.line(tag.stringValue()) : "";
            if (!name.isEmpty()) {
                tags.add(name);
            }
        });
        return List.copyOf(tags);
    }

    /** Version 1 has one author, version 1.1 a list of them. */
    private static List<Person> authors(JsonNode holder) {
        var people = new LinkedHashSet<Person>();
        var nodes = new ArrayList<JsonNode>();
        holder.path("authors").forEach(nodes::add);
        (nodes.isEmpty() ? Stream.of(holder.path("author")) : nodes.stream())
                .flatMap(author -> PersonText.person(line(author, "name"), null, line(author, "url")).stream())
                .forEach(people::add);
        return List.copyOf(people);
    }

    private List<File> files(JsonNode item) {
        var files = new ArrayList<File>();
        for (var attachment : item.path("attachments")) {
            String url = resolved(line(attachment, "url"));
            if (url != null) {
                files.add(new File(
                        url,
                        line(attachment, "mime_type"),
                        FeedXml.size(line(attachment, "size_in_bytes")),
                        line(attachment, "title"),
                        MediaElements.duration(line(attachment, "duration_in_seconds"))));
            }
        }
        return files;
    }

    private @Nullable String resolved(@Nullable String reference) {
        return new Base(address).resolveOrNull(reference);
    }

    private static @Nullable String line(JsonNode holder, String name) {
        return XmlText.lineOrNull(text(holder, name));
    }

    private static @Nullable String text(JsonNode holder, String name) {
        var value = holder.path(name);
        String text = value.isString() ? value.stringValue() : value.isNumber() ? value.toString() : "";
        return text.isBlank() ? null : XmlText.legal(text);
    }
}
