package org.feedwright.imports.wordpress;

import org.jsoup.nodes.Entities;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A block that leads to somebody's page elsewhere, and says only in its comment where that is. */
final class Profile {
    private static final JsonMapper JSON = new JsonMapper();

    private Profile() {}

    /** An item of a list; empty if the comment names no address on the web. */
    static String html(String comment) {
        try {
            var values = JSON.readTree(comment.substring(Math.max(0, comment.indexOf('{')), comment.lastIndexOf('/')));
            String address = values.path("url").asString("");
            String service =
                    values.path("label").asString(values.path("service").asString(address));
            return address.matches("(?i)https?://\\S+|mailto:\\S+")
                    ? "<li><a href=\"" + Entities.escape(address) + "\">" + Entities.escape(service) + "</a></li>"
                    : "";
        } catch (JacksonException _) {
            return "";
        }
    }
}
