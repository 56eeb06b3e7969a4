package org.feedwright.imports.wordpress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What posts refer to and do not carry themselves: attachments, reusable blocks, and authors. */
final class Library {
    private final Map<String, Attachment> attachments = new HashMap<>();
    private final Map<String, List<Attachment>> children = new HashMap<>();
    private final Map<String, String> blocks = new HashMap<>();
    private final Map<String, Map<String, String>> authors = new HashMap<>();

    /**
     * A file in WordPress' library.
     *
     * @param alternative what is to be read where it cannot be seen; may be empty
     * @param caption may be empty
     */
    record Attachment(String address, String alternative, String caption) {}

    void author(Map<String, String> author) {
        authors.putIfAbsent(author.getOrDefault("wp:author_login", "").strip(), author);
    }

    void item(WxrItem item) {
        if (item.type().equals("attachment")) {
            var attachment = new Attachment(
                    item.field("wp:attachment_url").isEmpty() ? item.field("guid") : item.field("wp:attachment_url"),
                    item.meta("_wp_attachment_image_alt"),
                    item.field("excerpt:encoded"));
            attachments.put(item.id(), attachment);
            children.computeIfAbsent(item.field("wp:post_parent"), _ -> new ArrayList<>())
                    .add(attachment);
        } else if (item.type().equals("wp_block")) {
            blocks.put(item.id(), item.fields().getOrDefault("content:encoded", ""));
        }
    }

    Optional<Attachment> attachment(String id) {
        return Optional.ofNullable(attachments.get(id.strip()));
    }

    /** The attachments that were uploaded with a post. */
    List<Attachment> attachmentsOf(String post) {
        return children.getOrDefault(post, List.of());
    }

    /** The text of a reusable block; null if the export does not have it. */
    @Nullable
    String block(String id) {
        return blocks.get(id);
    }

    /** The texts of an author by name; empty if the export does not have the author. */
    Map<String, String> author(String login) {
        return authors.getOrDefault(login, Map.of());
    }
}
