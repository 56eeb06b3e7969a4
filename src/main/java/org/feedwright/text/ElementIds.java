package org.feedwright.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Keeps element ids unique in an entry or on a page. Its parts (body, disclaimer, corrections) were written separately
 * and may use equal ids: a later part gets other ids, and the links within that part follow.
 */
public final class ElementIds {
    private final Map<String, Integer> taken = new HashMap<>();

    public ElementIds() {}

    /** @param reserved the ids that the page around the parts uses */
    public ElementIds(List<String> reserved) {
        reserved.forEach(id -> taken.put(id, 1));
    }

    /** Takes the ids of a part, and renames the ids that an earlier part has taken. */
    void take(Document part) {
        var own = new HashSet<String>();
        var renamed = new HashMap<String, String>();
        part.body().forEachNode(node -> {
            if (node instanceof Element element && element.hasAttr("id")) {
                String id = XmlText.legal(element.attr("id"));
                if (!own.add(id)) {
                    element.removeAttr("id"); // no link can lead to the second of two
                } else if (taken.putIfAbsent(id, 1) != null) {
                    renamed.put(id, free(id));
                    element.attr("id", renamed.get(id));
                }
            }
        });
        if (!renamed.isEmpty()) {
            follow(part, renamed);
        }
    }

    private String free(String id) {
        String free;
        do {
            free = id + "-" + taken.merge(id, 1, Integer::sum);
        } while (taken.putIfAbsent(free, 1) != null);
        return free;
    }

    private static void follow(Document part, Map<String, String> renamed) {
        part.body().forEachNode(node -> {
            if (node instanceof Element element && element.attr("href").startsWith("#")) {
                String target = element.attr("href").substring(1);
                String id = renamed.getOrDefault(target, renamed.get(unescaped(target)));
                if (id != null) {
                    element.attr("href", "#" + id);
                }
            }
        });
    }

    /**
     * Decodes the percent-encoded fragment of an address, as its id is written: {@code %C3%BC} is {@code ü} (RFC 3986
     * §2.1).
     */
    public static String unescaped(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return fragment;
        }
    }
}
