package org.feedwright.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as people write it, absolute or relative (<a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>).
 *
 * <p>Any text is accepted. {@link java.net.URI} refuses spaces, {@code |} and letters of every script, which are common
 * in articles, and one bad link must not cost the article.
 */
public final class UriReference {
    /** Splits an address into its five parts (RFC 3986 Appendix B); matches every text. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile("(.*@)?(.*?)(:\\d*)?");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String URI_CHARACTERS = "-._~:/?@!$&'()*+,;=";

    private final @Nullable String scheme;
    private final @Nullable String authority;
    private final String path;
    private final String query;
    private final String fragment;

    private UriReference(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("every text is a reference, but not '" + text + "'");
        }
        this.scheme = parts.group(1);
        this.authority = parts.group(2);
        this.path = parts.group(3);
        this.query = orEmpty(parts.group(4));
        this.fragment = orEmpty(parts.group(5));
    }

    public static UriReference of(String text) {
        return new UriReference(text);
    }

    /** Resolves an address against this one (§5.2.2). An address with a scheme stays as it is. */
    String resolve(String address) {
        var reference = new UriReference(address);
        if (reference.scheme != null) {
            return address;
        }
        if (reference.authority != null) {
            return scheme + ":" + address;
        }
        if (reference.path.isEmpty()) {
            return root() + path + (reference.query.isEmpty() ? query : reference.query) + reference.fragment;
        }
        String merged = reference.path.startsWith("/") ? reference.path : directory() + reference.path;
        return root() + withoutDots(merged) + reference.query + reference.fragment;
    }

    private String root() {
        return (scheme == null ? "" : scheme + ":") + (authority == null ? "" : "//" + authority);
    }

    /** The path up to its last slash (§5.2.3). */
    private String directory() {
        return authority != null && path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Removes {@code .} and {@code ..} from a path that begins with a slash (§5.2.4). */
    private static String withoutDots(String path) {
        var kept = new ArrayList<String>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..") && kept.size() > 1) {
                kept.removeLast();
            } else if (!segment.equals(".") && !segment.equals("..")) {
                kept.add(segment);
            }
        }
        boolean isDirectory = path.endsWith("/.") || path.endsWith("/..");
        return String.join("/", kept) + (isDirectory ? "/" : "");
    }

    /**
     * The address in the characters that a URI may have (<a
     * href="https://www.rfc-editor.org/rfc/rfc3987#section-3.1">RFC 3987 §3.1</a>). Browsers ask for the same address,
     * and so do readers of RSS, which knows no IRIs.
     */
    public String uri() {
        return (scheme == null ? "" : scheme + ":")
                + (authority == null ? "" : "//" + host(authority))
                + escaped(path + query, URI_CHARACTERS)
                + (fragment.isEmpty() ? "" : "#" + escaped(fragment.substring(1), URI_CHARACTERS));
    }

    /** The host as a URI writes it, without user and port; empty if the address has none. */
    String host() {
        Matcher parts = AUTHORITY.matcher(orEmpty(authority));
        return parts.matches() ? HostName.ascii(parts.group(2)) : "";
    }

    /** The port with its colon; empty if the address has none. */
    String port() {
        Matcher parts = AUTHORITY.matcher(orEmpty(authority));
        return parts.matches() ? orEmpty(parts.group(3)) : "";
    }

    private static String host(String authority) {
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            return escaped(authority, URI_CHARACTERS);
        }
        String host = HostName.ascii(parts.group(2));
        return escaped(orEmpty(parts.group(1)) + host + orEmpty(parts.group(3)), URI_CHARACTERS + "[]");
    }

    private static String escaped(String text, String allowed) {
        if (isPlain(text, allowed)) {
            return text;
        }
        var uri = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isAsciiLetterOrDigit(c) || allowed.indexOf(c) >= 0 || isEscape(text, i)) {
                uri.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    uri.append('%').append(HEX.toHexDigits(octet));
                }
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAsciiLetterOrDigit(text.charAt(i)) && allowed.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isEscape(String text, int i) {
        return text.charAt(i) == '%'
                && i + 2 < text.length()
                && Character.digit(text.charAt(i + 1), 16) >= 0
                && Character.digit(text.charAt(i + 2), 16) >= 0;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
