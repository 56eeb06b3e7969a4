package org.feedwright.text;

import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Takes the text out of a cleaned HTML fragment, to look words up: tags are removed, and a tag that separates words
 * becomes a space. No tree is made, because filling a store reads a hundred thousand articles this way.
 */
public final class HtmlText {
    /** Tags that can stand within a word. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
            "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");

    private HtmlText() {}

    public static String of(String html) {
        var text = new StringBuilder(html.length());
        int done = 0;
        for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', done)) {
            text.append(html, done, tag);
            int end = end(html, tag);
            if (!INLINE.contains(name(html, tag, end)) || isBetweenDigits(text, html, end)) {
                text.append(' ');
            }
            done = end;
        }
        String plain = text.append(html, done, html.length()).toString();
        return plain.indexOf('&') < 0 ? plain : Parser.unescapeEntities(plain, false);
    }

    /** Whether a tag separates two numbers: 10<sup>6</sup> is not 106. */
    private static boolean isBetweenDigits(StringBuilder before, String html, int end) {
        return !before.isEmpty()
                && Character.isDigit(before.charAt(before.length() - 1))
                && end < html.length()
                && Character.isDigit(html.charAt(end));
    }

    /** The position behind the bracket that closes a tag. A bracket in the quotes of an attribute does not close it. */
    private static int end(String html, int tag) {
        char quote = 0;
        for (int i = tag + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private static String name(String html, int tag, int end) {
        int start = tag + 1 < end && html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int stop = start;
        while (stop < end && Character.isLetterOrDigit(html.charAt(stop))) {
            stop++;
        }
        return html.substring(start, stop);
    }
}
