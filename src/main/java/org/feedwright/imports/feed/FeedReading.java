package org.feedwright.imports.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a document of any format. XML is read by a parser that forgives, expands no entities of the document's own, and
 * asks for nothing elsewhere.
 */
public final class FeedReading {
    /** The largest document that is read. */
    public static final long LARGEST = 50_000_000; // bytes

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=[\"']?([\\w.:-]+)");
    private static final Pattern END = Pattern.compile("(?s).*</(?:\\w+:)?(?:feed|rss|RDF)\\s*>(?:\\s|<!--.*?-->)*");
    /** Each takes a few hundred bytes; 50,000 entries have fewer. */
    private static final int MOST_TAGS = 1_000_000;

    private static final int DEEPEST = 300; // elements within each other

    private FeedReading() {}

    /**
     * Reads a document.
     *
     * @param type the media type with which it came; null if nobody knows
     * @param address at which it was found; null for a file, whose own word is taken
     * @throws IOException if it is no feed
     */
    public static FeedPage read(byte[] bytes, @Nullable String type, @Nullable String address) throws IOException {
        if (bytes.length > LARGEST) {
            throw new IOException("it is longer than 50 MB");
        }
        return isJson(bytes) ? json(bytes, address) : xml(bytes, type, address);
    }

    private static boolean isJson(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
        return head.replace("\uFEFF", "").stripLeading().startsWith("{");
    }

    private static FeedPage json(byte[] bytes, @Nullable String address) throws IOException {
        try {
            var feed = JSON.readTree(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
            if (!feed.path("items").isArray()) {
                throw new IOException("it is JSON, but no JSON Feed: it has no items");
            }
            return new JsonFeed(feed, address == null ? JsonFeed.stated(feed) : address).page();
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new IOException(
                    "its JSON is broken" + (place == null ? "" : " in line " + place.getLineNr()) + " ("
                            + e.getOriginalMessage() + ")",
                    e);
        }
    }

    private static FeedPage xml(byte[] bytes, @Nullable String type, @Nullable String address) throws IOException {
        if (tags(new String(bytes, StandardCharsets.ISO_8859_1)) > MOST_TAGS) {
            throw new IOException(String.format(Locale.ROOT, "it has more than %,d elements", MOST_TAGS));
        }
        var document = Jsoup.parse(new ByteArrayInputStream(bytes), charset(type), "", parser());
        document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        boolean isWhole = END.matcher(tail(bytes, document.charset())).matches();
        for (var root : document.children()) {
            switch (FeedXml.name(root)) {
                case "atom:feed" -> {
                    return new AtomFeed(root, address == null ? FeedXml.stated(root) : address, isWhole).page();
                }
                case "rss", "rdf:RDF" -> {
                    var channel = FeedXml.child(root, "channel");
                    if (channel != null) {
                        String base = address == null ? FeedXml.stated(channel) : address;
                        return new RssFeed(root, channel, base, isWhole).page();
                    }
                }
                default -> {}
            }
        }
        throw new IOException("it is no feed: " + seen(document));
    }

    /** How many elements begin; what looks so in a CDATA section is text. */
    private static int tags(String xml) {
        int tags = 0;
        int next;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', next)) {
            int end = xml.startsWith("<![CDATA[", at) ? xml.indexOf("]]>", at) : at + 1;
            next = end < 0 ? xml.length() : end;
            tags += end == at + 1 && !xml.startsWith("/", next) ? 1 : 0;
        }
        return tags;
    }

    private static Parser parser() {
        return Parser.xmlParser().setMaxDepth(DEEPEST);
    }

    private static String seen(Document document) {
        String root =
                document.children().stream().findFirst().map(Element::tagName).orElse("");
        return root.isEmpty()
                ? "it has no element at all"
                : "it begins with <" + root + ">, where Atom has <feed> and RSS <rss>"
                        + (root.equalsIgnoreCase("html") ? "; a web page may say where its feed is" : "");
    }

    /** The encoding of which the transport knows (RFC 7303 §3); else the document says it. */
    private static @Nullable String charset(@Nullable String type) {
        var named = CHARSET.matcher(type == null ? "" : type);
        return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
    }

    private static String tail(byte[] bytes, Charset charset) {
        int from = Math.max(0, bytes.length - 1_000) & ~3;
        return new String(bytes, from, bytes.length - from, charset);
    }
}
