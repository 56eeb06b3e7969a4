package org.feedwright.imports.wordpress;

import java.util.List;
import java.util.Map;
import org.feedwright.text.HtmlLine;

/**
 * An item of an export: a post, a page, an attachment or anything else that WordPress keeps as one.
 *
 * @param fields the texts by name, such as {@code wp:post_id}
 * @param meta what plugins and WordPress itself have noted, by key
 */
record WxrItem(Map<String, String> fields, List<Term> terms, Map<String, List<String>> meta, int comments) {
    /**
     * Something under which the item is filed.
     *
     * @param domain such as {@code category} or {@code post_tag}
     * @param nicename as it stands in addresses
     */
    record Term(String domain, String nicename, String name) {}

    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** What was noted last under a key; empty if nothing was. */
    String meta(String key) {
        var values = meta.getOrDefault(key, List.of());
        return values.isEmpty() ? "" : values.getLast().strip();
    }

    String id() {
        return field("wp:post_id");
    }

    /** The title in plain text; where there is none, the id. */
    String title() {
        String title = HtmlLine.of(field("title"));
        return title.isEmpty() ? id() : title;
    }

    String type() {
        String type = field("wp:post_type");
        return type.isEmpty() ? "post" : type;
    }
}
