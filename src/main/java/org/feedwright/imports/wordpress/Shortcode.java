package org.feedwright.imports.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A tag in square brackets, such as {@code [gallery ids="1,2"]}.
 *
 * @param values those without a name
 * @param content what stands before its end tag; empty if it has none
 */
record Shortcode(String name, Map<String, String> named, List<String> values, String content) {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))|\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /** @param attributes as they are written behind the name */
    static Shortcode of(String name, String attributes, String content) {
        var named = new LinkedHashMap<String, String>();
        var values = new ArrayList<String>();
        // Editors put typographic quotes, and spaces that do not break, into tags.
        String plain = attributes
                .replaceAll("[\\u201C\\u201D\\u2033]|&quot;|&#8220;|&#8221;|&#8243;", "\"")
                .replace('\u00A0', ' ');
        var each = ATTRIBUTE.matcher(plain);
        while (each.find()) {
            if (each.group(1) != null) {
                named.putIfAbsent(
                        each.group(1).toLowerCase(Locale.ROOT), first(each.group(2), each.group(3), each.group(4)));
            } else {
                values.add(first(each.group(5), each.group(6), each.group(7)));
            }
        }
        return new Shortcode(name, named, values, content);
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    String named(String key) {
        return named.getOrDefault(key, "").strip();
    }

    /** The first attribute that is there; empty if none is. */
    String firstOf(String... keys) {
        for (String key : keys) {
            if (!named(key).isEmpty()) {
                return named(key);
            }
        }
        return "";
    }

    /** The value without a name, such as {@code [youtube https://…]} or {@code [youtube=https://…]}. */
    String value() {
        return values.isEmpty() ? "" : values.getFirst().replaceFirst("^=", "").strip();
    }
}
