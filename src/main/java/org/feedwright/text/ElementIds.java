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
 * The ids in an entry or on a page. Its parts (body, disclaimer, corrections) were written apart and may use the
 * same ones: what comes later gets others, and the links within that part follow.
 */
public final class ElementIds {
    private final Map<String, Integer> taken = new HashMap<>();

    public ElementIds() {}

    /** @param reserved what the page around the parts uses */
    public ElementIds(List<String> reserved) {
        reserved.forEach(id -> taken.put(id, 1));
    }

    /** Takes the ids of a part, and gives it others in place of those that are taken. */
    void take(Document part) {
        var own = new HashSet<String>();
        var renamed = new HashMap<String, String>();
        part.body().forEachNode(node -> {
            if (node instanceof Element element && element.hasAttr("id")) {
                String id = XmlText.legal(element.attr("id"));
                if (!own.add(id)) {
                    element.removeAttr("id"); // nothing can lead to the second of two
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

    /** A fragment as its id is written: {@code %C3%BC} is a {@code ü} (RFC 3986 §2.1). */
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
