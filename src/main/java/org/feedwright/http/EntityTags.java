package org.feedwright.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The documents that a request names in {@code If-None-Match} or {@code If-Match} (RFC 9110 §13.1).
 *
 * <p>Tags are kept without quotes and without {@code W/}; a tag that lost its quotes on the way is taken as if it
 * had them.
 *
 * @param any whether the field is {@code *}: some document, whichever
 * @param values all tags, to be compared weakly (§8.8.3.2)
 * @param strong those that are not marked as weak
 */
record EntityTags(boolean any, List<String> values, List<String> strong) {
    private static final String WEAK = "W/";

    EntityTags {
        values = List.copyOf(values);
        strong = List.copyOf(strong);
    }

    static EntityTags parse(String field) {
        String list = field.strip();
        if (isOneStrong(list)) {
            var value = List.of(list.substring(1, list.length() - 1));
            return new EntityTags(false, value, value);
        }
        return list.equals("*") ? new EntityTags(true, List.of(), List.of()) : members(list);
    }

    /** Nearly every reader has one document, and sends its tag as it was given. */
    private static boolean isOneStrong(String list) {
        int last = list.length() - 1;
        return last > 1 && list.charAt(0) == '"' && list.indexOf('"', 1) == last;
    }

    private static EntityTags members(String list) {
        var values = new ArrayList<String>();
        var strong = new ArrayList<String>();
        int at = 0;
        while (at < list.length()) {
            int end = end(list, at);
            String member = list.substring(at, end).strip();
            boolean isWeak = member.startsWith(WEAK);
            String value = unquoted(isWeak ? member.substring(WEAK.length()) : member);
            if (!value.isEmpty()) {
                values.add(value);
                if (!isWeak) {
                    strong.add(value);
                }
            }
            at = end + 1;
        }
        return new EntityTags(false, values, strong);
    }

    /** Where the member of the list ends that begins here: a comma within quotes is part of it. */
    private static int end(String list, int from) {
        int quote = list.indexOf('"', from);
        int comma = list.indexOf(',', from);
        if (quote >= 0 && (comma < 0 || quote < comma)) {
            int closing = list.indexOf('"', quote + 1);
            comma = closing < 0 ? -1 : list.indexOf(',', closing);
        }
        return comma < 0 ? list.length() : comma;
    }

    private static String unquoted(String member) {
        int quote = member.indexOf('"');
        if (quote < 0) {
            return member;
        }
        int closing = member.indexOf('"', quote + 1);
        return member.substring(quote + 1, closing < 0 ? member.length() : closing);
    }
}
