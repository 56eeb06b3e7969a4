package org.feedwright.article;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The part of an article's address that distinguishes it from the feed's other articles: letters and digits of any
 * script, and {@code . _ -}.
 */
public record Slug(String value) {
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]+");
    private static final Pattern EDGES = Pattern.compile("^[.-]+|[.-]+$");

    private static final int LONGEST = 255; // bytes, like a file's name

    /** @throws IllegalArgumentException if the value is empty, longer than 255 bytes or has another character in it */
    public Slug {
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("'" + value + "' is longer than " + LONGEST + " bytes");
        }
        if (!isValid(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a slug");
        }
    }

    /** Whether a text is a valid slug. */
    public static boolean isValid(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST && of(text).equals(text);
    }

    /** Makes a slug of any text; empty if no character of it can stand in an address. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return EDGES.matcher(NEITHER_LETTER_NOR_DIGIT.matcher(composed).replaceAll("-"))
                .replaceAll("");
    }

    /** Whether a text is a slug in ASCII, as most names of files are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetterOrDigit =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            boolean isInside = i > 0 && i < text.length() - 1;
            if (!isLetterOrDigit && !(isInside && (c == '-' || c == '.'))) {
                return false;
            }
        }
        return true;
    }

    /** The slug as a segment of an address (RFC 3986 §3.3). */
    public String encoded() {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return value;
    }
}
