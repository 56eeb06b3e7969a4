package org.feedwright.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that every format can carry: the characters that XML 1.0 allows
 * (<a href="https://www.w3.org/TR/xml/#charsets">§2.2</a>).
 *
 * <p>One control character or lone surrogate makes a whole feed unreadable, so they are dropped where
 * text enters the store, and nothing behind it needs to think of them. The controls U+0080 to U+009F are
 * quotation marks and dashes that were once Windows-1252 and were taken for Latin 1, so they are read as
 * browsers read their references (<a
 * href="https://html.spec.whatwg.org/#numeric-character-reference-end-state">HTML, §13.2.5.80</a>). Only U+0085 stays:
 * it also ends lines.
 */
public final class XmlText {
    private static final Pattern LINE_SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    /** What Windows-1252 means by 0x80 to 0x9F; U+0000 where it means nothing. */
    private static final String WINDOWS_1252 =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private XmlText() {}

    /**
     * What was meant by a control character from U+0080 to U+009F, or by its reference; U+0000 if nothing was.
     * Any other character means itself.
     */
    public static int meant(int c) {
        return c >= 0x80 && c <= 0x9F ? WINDOWS_1252.charAt(c - 0x80) : c;
    }

    /** The text without the characters that XML forbids: controls but tab, LF and CR, lone surrogates, U+FFFE, U+FFFF. */
    public static String legal(String text) {
        if (isPlain(text) || text.codePoints().allMatch(c -> isLegal(c) && !isMisread(c))) {
            return text;
        }
        return text.codePoints()
                .map(c -> isMisread(c) ? meant(c) : c)
                .filter(XmlText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text on one line: what XML forbids is gone, and white space is a single space. */
    public static String line(String text) {
        String legal = legal(text);
        return isLine(legal) ? legal : LINE_SPACE.matcher(legal).replaceAll(" ").strip();
    }

    /** Whether its only white space is single spaces between words, as in nearly all texts that are lines. */
    private static boolean isLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' ? c < ' ' || before == ' ' : c >= 0x80 && isOddSpace(c)) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static boolean isOddSpace(char c) {
        return c == '\u0085' || Character.isWhitespace(c);
    }

    /** As {@link #line(String)}, where nothing stays nothing and a blank text becomes nothing. */
    public static @Nullable String lineOrNull(@Nullable String text) {
        String line = text == null ? "" : line(text);
        return line.isEmpty() ? null : line;
    }

    /** Whether it has nothing that has to be looked at closely, as nearly all texts: all pass by here many times. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 ? c != '\n' && c != '\t' && c != '\r' : c > 0xD7FF && (c < 0xE000 || c > 0xFFFD)) {
                return false;
            }
            if (c >= 0x80 && c <= 0x9F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMisread(int c) {
        return c >= 0x80 && c <= 0x9F && c != 0x85;
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
