package org.feedwright.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.conformance.ReadEntry.ReadEnclosure;
import tools.jackson.databind.JsonNode;

final class JsonReader {
    private JsonReader() {}

    static ReadFeed read(JsonNode feed) {
        return new ReadFeed(
                Optional.empty(),
                text(feed, "title"),
                optional(feed, "description"),
                text(feed, "home_page_url"),
                text(feed, "feed_url"),
                optional(feed, "language"),
                Optional.empty(),
                texts(feed, "hubs", "url"),
                feed.path("items").valueStream().map(JsonReader::entry).toList());
    }

    private static ReadEntry entry(JsonNode item) {
        return new ReadEntry(
                text(item, "id"),
                text(item, "url"),
                text(item, "title"),
                Instant.parse(text(item, "date_published")),
                Instant.parse(text(item, "date_modified")),
                texts(item, "authors", "name"),
                item.path("tags").valueStream().map(JsonNode::stringValue).toList(),
                optional(item, "summary"),
                optional(item, "content_html"),
                optional(item, "language"),
                Optional.empty(),
                item.path("attachments")
                        .valueStream()
                        .map(attachment -> new ReadEnclosure(
                                text(attachment, "url"),
                                text(attachment, "mime_type"),
                                attachment.path("size_in_bytes").longValueOpt().stream()
                                        .boxed()
                                        .findFirst()))
                        .toList());
    }

    private static String text(JsonNode node, String name) {
        return Reader.present(optional(node, name), name);
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.path(name).stringValueOpt();
    }

    private static List<String> texts(JsonNode node, String list, String name) {
        return node.path(list).valueStream().map(each -> text(each, name)).toList();
    }
}
