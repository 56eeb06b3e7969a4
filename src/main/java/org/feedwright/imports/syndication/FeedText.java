package org.feedwright.imports.syndication;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Makes text of a document's bytes, without what makes its XML unreadable though readers forgive it: control
 * characters, and HTML's names of characters such as {@code &nbsp;}.
 */
final class FeedText {
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
    private static final int HEAD = 1_024; // bytes

    /** In turn: a section in which nothing is a reference, a reference by number, a reference by name. */
    private static final Pattern REFERENCE =
            Pattern.compile("<!\\[CDATA\\[|&#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|&([A-Za-z][A-Za-z0-9]{1,31});");

    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");

    private FeedText() {}

    /**
     * The text.
     *
     * @param contentType HTTP's field, which may name the encoding; else empty
     */
    static String of(byte[] bytes, String contentType) {
        return decoded(bytes, contentType).strip();
    }

    /** The encoding is that of the byte order mark, else HTTP's, else the document's own (RFC 7303 §3). */
    private static String decoded(byte[] bytes, String contentType) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
            return new String(bytes, UTF_16BE).replaceFirst("^\uFEFF", "");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
            return new String(bytes, UTF_16LE).replaceFirst("^\uFEFF", "");
        }
        var field = CHARSET.matcher(contentType);
        var own = ENCODING.matcher(new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1));
        return new String(bytes, charset(field.find() ? field.group(1) : own.find() ? own.group(1) : "utf-8"));
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) head[i]) {
                return false;
            }
        }
        return true;
    }

    /** Who says ISO 8859-1 means Windows-1252, as in HTML. */
    private static Charset charset(String name) {
        try {
            var charset = Charset.forName(name);
            return charset.equals(ISO_8859_1) ? Charset.forName("windows-1252") : charset;
        } catch (IllegalArgumentException _) {
            return UTF_8;
        }
    }

    /** XML that a parser reads without a DTD. */
    static String xml(String text) {
        var legal = new StringBuilder(text.length());
        var reference = REFERENCE.matcher(text);
        int done = 0;
        while (reference.find(done)) {
            append(legal, text, done, reference.start());
            if (reference.group(1) == null && reference.group(2) == null) {
                int end = text.indexOf("]]>", reference.end());
                done = end < 0 ? text.length() : end;
                append(legal, text, reference.start(), done);
            } else {
                legal.append(
                        reference.group(1) == null
                                ? named(reference.group(2))
                                : numbered(reference.group(1), reference.group()));
                done = reference.end();
            }
        }
        append(legal, text, done, text.length());
        return legal.toString();
    }

    private static String named(String name) {
        String reference = "&" + name + ";";
        if (OF_XML.contains(name)) {
            return reference;
        }
        String characters = Parser.unescapeEntities(reference, true);
        return characters.equals(reference) ? "&amp;" + name + ";" : characters;
    }

    private static String numbered(String number, String reference) {
        boolean isHex = number.charAt(0) == 'x' || number.charAt(0) == 'X';
        int code = isHex ? Integer.parseInt(number, 1, number.length(), 16) : Integer.parseInt(number);
        boolean isLegal = code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= ' ' && code < 0xD800)
                || (code > 0xDFFF && code < 0xFFFE)
                || (code > 0xFFFF && code <= Character.MAX_CODE_POINT);
        return isLegal ? reference : "";
    }

    private static void append(StringBuilder legal, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c != '\uFFFE' && c != '\uFFFF') || c == '\n' || c == '\t' || c == '\r') {
                legal.append(c);
            }
        }
    }
}
