package org.feedwright.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An absolute address on the web, as people copy it from a browser: with letters of every script, spaces and brackets
 * (<a href="https://www.rfc-editor.org/rfc/rfc3987">RFC 3987</a>).
 *
 * @param uri the address in the characters that a URI may have
 * @param host the host in lower-case ASCII, as the domain name system writes it
 */
public record HttpAddress(String uri, String host) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?|\\[[0-9a-f:.]+]");
    private static final int LONGEST_HOST = 255; // RFC 1035 §2.3.4
    private static final int LAST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if the text is no absolute {@code http} or {@code https} address; its message
     *     says why
     */
    public static HttpAddress of(String text) {
        String plain = AddressKind.plain(text);
        String scheme = AddressKind.scheme(plain);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("it does not begin with https://");
        }
        var reference = UriReference.of(plain);
        String host = reference.host().toLowerCase(Locale.ROOT);
        if (host.length() > LONGEST_HOST) {
            throw new IllegalArgumentException("its host is longer than " + LONGEST_HOST + " characters");
        }
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(host.isEmpty() ? "it names no host" : "'" + host + "' is no host");
        }
        String port = reference.port();
        if (port.length() > 1 && (port.length() > 6 || Integer.parseInt(port, 1, port.length(), 10) > LAST_PORT)) {
            throw new IllegalArgumentException("there is no port " + port.substring(1));
        }
        return new HttpAddress(reference.uri(), host);
    }
}
