package org.feedwright.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cleans text so that every format can carry it: only the characters that XML 1.0 allows stay (<a
 * href="https://www.w3.org/TR/xml/#charsets">§2.2</a>).
 *
 * <p>One control character or lone surrogate makes a whole feed unreadable. They are dropped where text enters the
 * store, and later stages need not think of them. The controls U+0080 to U+009F are quotation marks and dashes that
 * were once Windows-1252 and were taken for Latin 1, so they are read as browsers read references to them (<a
 * href="https://html.spec.whatwg.org/#numeric-character-reference-end-state">HTML, §13.2.5.80</a>). Only U+0085 stays,
 * because it also ends lines.
 */
public final class XmlText {
    private static final Pattern LINE_SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    /** The characters that Windows-1252 has at 0x80 to 0x9F; U+0000 where it has none. */
    private static final String WINDOWS_1252 =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private XmlText() {}

    /**
     * The character that a control from U+0080 to U+009F, or a reference to it, stands for; U+0000 if it stands for
     * none. Any other character stands for itself.
     */
    public static int meant(int c) {
        return c >= 0x80 && c <= 0x9F ? WINDOWS_1252.charAt(c - 0x80) : c;
    }

    /** Removes the characters that XML forbids: controls but tab, LF and CR, lone surrogates, U+FFFE and U+FFFF. */
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

    /** Where the first character is that {@link #legal} leaves out; -1 if it leaves out none. */
    public static int firstIllegal(String text) {
        if (isPlain(text)) {
            return -1;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isLegal(isMisread(c) ? meant(c) : c)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts a text on one line: removes what XML forbids, and makes each run of white space a single space. */
    public static String line(String text) {
        String legal = legal(text);
        return isLine(legal) ? legal : LINE_SPACE.matcher(legal).replaceAll(" ").strip();
    }

    /** Whether the only white space is single spaces between words, as in nearly all titles and names. */
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

    /** Puts a text on one line as {@link #line(String)} does; null for null and for a blank text. */
    public static @Nullable String lineOrNull(@Nullable String text) {
        String line = text == null ? "" : line(text);
        return line.isEmpty() ? null : line;
    }

    /**
     * Whether every character can stay without a closer look, as in nearly all texts. It is quick because each text
     * passes here many times.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isAscii = c >= 0x20 && c < 0x80; // asked first, as nearly all are
            if (!isAscii && (c < 0xA0 ? !isSpace(c) : c > 0xD7FF && (c < 0xE000 || c > 0xFFFD))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c == '\n' || c == '\t' || c == '\r';
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
