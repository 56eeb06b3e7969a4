package org.feedwright.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The use of an address (link, citation, picture, recording, enclosure), which decides the schemes that it may have:
 * {@code javascript:} and its like run in the reader of whoever follows them, and feed readers have no policy that
 * stops them.
 *
 * <p>The allowed schemes are listed one by one. Any other scheme is refused, because nobody knows what it starts.
 */
public enum AddressKind {
    /** The address is followed on a click. */
    LINK(Schemes.LINKS),
    /** The address says where a quotation is from. */
    CITATION(Schemes.LINKS),
    /** The address is loaded and played without a click. */
    MEDIA(Schemes.WEB),
    /** The address is loaded and shown as an image; a {@code data:} address can hold the image itself. */
    IMAGE(Schemes.WEB),
    /** The address of a file to download. */
    ENCLOSURE(Schemes.FILES);

    /** Raster images only: an SVG can hold scripts and load other files. */
    private static final Pattern IMAGE_DATA = Pattern.compile(
            "data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\\.microsoft\\.icon)[;,].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Schemes that stand before a whole address: {@code feed:https://…}. */
    private static final Set<String> AROUND_ANOTHER = Set.of("feed", "feeds", "pcast", "podcast");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\f\\r\\x00\\u0085\\u2028\\u2029]");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of(…)
    private final Set<String> schemes;

    AddressKind(Set<String> schemes) {
        this.schemes = schemes;
    }

    /** Whether an address may be published. Relative addresses may. The address is judged as it will be written. */
    public boolean allows(String address) {
        String plain = plain(address);
        String scheme = scheme(plain);
        if (AROUND_ANOTHER.contains(scheme) && !MEDIA.allows(plain.substring(scheme.length() + 1))) {
            return false;
        }
        return scheme.isEmpty()
                || schemes.contains(scheme)
                || (this != MEDIA && this != IMAGE && scheme.startsWith("web+"))
                || (this == IMAGE && IMAGE_DATA.matcher(plain).matches());
    }

    /** The scheme of an address, in lower case; empty if it has none. */
    public static String scheme(String address) {
        var parts = SCHEME.matcher(plain(address));
        return parts.matches() ? parts.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /**
     * Removes what does not belong to an address: characters that XML forbids, line breaks, and white space around it
     * (URL standard, "basic URL parser"). Whatever readers would drop has to be removed before the scheme is judged.
     */
    static String plain(String address) {
        String text = BREAKS.matcher(XmlText.legal(address)).replaceAll("");
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    /** A class of its own, because an enum's constants are made before its other fields. */
    private static final class Schemes {
        static final Set<String> WEB = Set.of("http", "https");
        static final Set<String> FILES = Set.of("http", "https", "ftp", "ftps", "sftp", "magnet");

        /**
         * The schemes that the HTML standard lets sites handle (<a
         * href="https://html.spec.whatwg.org/multipage/system-state.html#safelisted-scheme">safelisted schemes</a>),
         * that feedparser and the W3C's validator know, or that are common, without those that open files, shells or
         * other computers.
         */
        static final Set<String> LINKS = Stream.of(
                        "http https",
                        "bitcoin ftp ftps geo im irc ircs magnet mailto matrix mms news nntp openpgp4fpr sftp sip sms",
                        "smsto tel urn webcal xmpp",
                        "aim callto facetime feed feeds git gopher gtalk h323 hdl imap irc6 itms prospero rsync rtsp",
                        "sips skype snews svn wais",
                        "acct apt at doi ethereum gemini info ipfs ipns itms-apps lightning monero mumble nostr",
                        "pcast podcast signal sgnl spotify steam teamspeak tg threema webcals whatsapp zotero")
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
