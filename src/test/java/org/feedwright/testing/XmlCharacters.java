package org.feedwright.testing;

import java.nio.charset.Charset;
import java.util.stream.Collectors;

/**
 * What must become of any text before it stands in XML: a model of the tests' own, made of the specification and of
 * Java's Windows-1252, so that a mistake in the code is not expected too.
 */
public final class XmlCharacters {
    /** All but what production 2 of <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a> lists. */
    private static final String FORBIDDEN =
            "[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private XmlCharacters() {}

    /** The text with what its control characters from U+0080 on were meant to be, and without what is forbidden. */
    public static String legal(String text) {
        return text.codePoints()
                .mapToObj(XmlCharacters::meant)
                .collect(Collectors.joining())
                .replaceAll(FORBIDDEN, "");
    }

    /** The same on one line. */
    public static String line(String text) {
        return String.join(" ", legal(text).split("[ \\t\\n\\r\\x{85}\\x{2028}\\x{2029}]+"))
                .strip();
    }

    /** U+0085 ends lines; where Windows-1252 means nothing, nothing was meant. */
    private static String meant(int c) {
        if (c < 0x80 || c > 0x9F || c == 0x85) {
            return Character.toString(c);
        }
        return new String(new byte[] {(byte) c}, WINDOWS).replace("\uFFFD", "");
    }
}
