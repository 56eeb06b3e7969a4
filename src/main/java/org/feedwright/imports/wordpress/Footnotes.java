package org.feedwright.imports.wordpress;

import org.jsoup.nodes.Entities;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The notes to a text, which WordPress keeps beside it and shows where its block of footnotes stands. */
final class Footnotes {
    private static final JsonMapper JSON = new JsonMapper();

    private Footnotes() {}

    /** The list of the notes, to which the text leads by their ids; empty if there are none that can be read. */
    static String html(WxrItem item) {
        var list = new StringBuilder();
        try {
            for (var note : JSON.readTree(item.meta("footnotes"))) {
                String id = Entities.escape(note.path("id").asString(""));
                list.append("<li id=\"%s\">%s <a href=\"#%s-link\">↩︎</a></li>\n"
                        .formatted(id, note.path("content").asString(""), id));
            }
        } catch (JacksonException _) {
            return "";
        }
        return list.isEmpty() ? "" : "<ol class=\"wp-block-footnotes\">\n" + list + "</ol>";
    }
}
