package org.feedwright.poll;

import java.util.ArrayList;
import java.util.List;

/**
 * The documents that a reader has already, as {@code If-None-Match} names them (RFC 9110 §13.1.2).
 *
 * <p>Tags are kept without quotes and without {@code W/}, because they are compared weakly (§8.8.3.2);
 * a tag that lost its quotes on the way is taken as if it had them.
 *
 * @param any whether the field is {@code *}: the reader has some document, whichever
 */
record EntityTags(boolean any, List<String> values) {
    EntityTags {
        values = List.copyOf(values);
    }

    static EntityTags parse(String field) {
        String list = field.strip();
        return list.equals("*") ? new EntityTags(true, List.of()) : new EntityTags(false, values(list));
    }

    private static List<String> values(String list) {
        var values = new ArrayList<String>();
        int at = 0;
        while (at < list.length()) {
            int quote = list.indexOf('"', at);
            int comma = list.indexOf(',', at);
            boolean isQuoted = quote >= 0 && (comma < 0 || quote < comma);
            int end = isQuoted ? list.indexOf('"', quote + 1) : comma;
            if (end < 0) {
                end = list.length();
            }
            String value = isQuoted ? list.substring(quote + 1, end) : withoutPrefix(list.substring(at, end));
            if (!value.isEmpty()) {
                values.add(value);
            }
            int next = list.indexOf(',', end);
            at = next < 0 ? list.length() : next + 1;
        }
        return values;
    }

    private static String withoutPrefix(String unquoted) {
        String value = unquoted.strip();
        return value.startsWith("W/") ? value.substring(2) : value;
    }
}
