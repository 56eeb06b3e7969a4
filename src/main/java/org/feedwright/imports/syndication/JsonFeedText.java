package org.feedwright.imports.syndication;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedArticle.File;
import org.feedwright.imports.syndication.SyndicatedFeed.Format;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a>, 1.0 and 1.1.
 *
 * @param address of the document; null if it has none
 * @param zone of dates without one
 */
record JsonFeedText(JsonNode root, @Nullable String address, ZoneId zone) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IOException if the text is no JSON Feed */
    static SyndicatedFeed read(String text, @Nullable String address, ZoneId zone) throws IOException {
        try {
            var root = JSON.readTree(text);
            if (!root.path("items").isArray()) {
                throw new IOException("it is JSON, but no JSON Feed: it has no 'items'");
            }
            return new JsonFeedText(root, address, zone).read();
        } catch (JacksonException e) {
            throw new IOException("its JSON is broken (" + e.getOriginalMessage() + ")", e);
        }
    }

    private SyndicatedFeed read() {
        String home = Addresses.whole(text(root, "home_page_url"), address);
        String language = text(root, "language");
        return new SyndicatedFeed(
                Format.JSON,
                address,
                Addresses.whole(text(root, "feed_url"), address),
                XmlText.line(Objects.requireNonNullElse(text(root, "title"), "")),
                XmlText.lineOrNull(text(root, "description")),
                home,
                language,
                people(root).stream().findFirst().orElse(null),
                null,
                "",
                Addresses.whole(text(root, "next_url"), address),
                root.path("items").valueStream().map(item -> item(item, home, language)).toList());
    }

    /** A text, or a number, which some publishers write for an id; null if there is neither. */
    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        String text = value.isString() || value.isNumber() ? value.asString().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private SyndicatedEntry item(JsonNode item, @Nullable String home, @Nullable String ofFeed) {
        String link = Addresses.whole(text(item, "url"), home == null ? address : home);
        String external = Addresses.whole(text(item, "external_url"), null);
        String content = content(item);
        String summary = text(item, "summary");
        boolean isSummaryOnly = content.isEmpty() || MediaElements.paragraphs(Objects.requireNonNullElse(summary, "")).equals(content);
        String published = text(item, "date_published");
        String updated = text(item, "date_modified");
        String language = text(item, "language");
        return new SyndicatedEntry(
                text(item, "id"),
                link == null ? external : link,
                XmlText.line(Objects.requireNonNullElse(text(item, "title"), "")),
                FeedDates.of(published, zone),
                FeedDates.of(updated, zone),
                published == null ? updated : published,
                people(item),
                item.path("tags").valueStream().map(JsonNode::asString).toList(),
                summary == null || isSummaryOnly ? null : summary(summary),
                Addresses.within(
                        content.isEmpty() ? MediaElements.paragraphs(Objects.requireNonNullElse(summary, "")) : content,
                        link == null ? home : link),
                isSummaryOnly,
                files(item),
                Addresses.whole(
                        Optional.ofNullable(text(item, "image")).orElse(text(item, "banner_image")),
                        link == null ? address : link),
                Objects.equals(language, ofFeed) ? null : language,
                null);
    }

    private static String content(JsonNode item) {
        String html = text(item, "content_html");
        String text = text(item, "content_text");
        return html != null ? html : text != null ? MediaElements.paragraphs(text) : "";
    }

    /** Highlights are written line by line, as plain text. */
    private static String summary(String text) {
        boolean isList = text.contains("\n") && text.lines().noneMatch(String::isBlank);
        return isList
                ? "<ul><li>" + String.join("</li><li>", text.lines().map(XhtmlText::escaped).toList()) + "</li></ul>"
                : MediaElements.paragraphs(text);
    }

    private static List<Person> people(JsonNode node) {
        var old = node.path("author"); // of version 1
        return Stream.concat(node.path("authors").valueStream(), old.isObject() && node.path("authors").isMissingNode() ? Stream.of(old) : Stream.empty())
                .flatMap(each -> person(each).stream())
                .toList();
    }

    private static Optional<Person> person(JsonNode node) {
        String page = text(node, "url");
        boolean isMail = page != null && page.startsWith("mailto:");
        return PersonText.of(
                text(node, "name"),
                isMail && page != null ? page.substring("mailto:".length()) : null,
                isMail ? null : page);
    }

    private List<File> files(JsonNode item) {
        return MediaElements.once(item.path("attachments")
                .valueStream()
                .flatMap(each -> MediaElements.file(
                        Addresses.whole(text(each, "url"), address),
                        Objects.requireNonNullElse(text(each, "mime_type"), ""),
                        Objects.requireNonNullElse(text(each, "size_in_bytes"), ""),
                        text(each, "title"),
                        text(each, "duration_in_seconds"))
                        .stream()));
    }
}
