package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.feedwright.article.Stored;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Entries;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.testing.WholeFeeds;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.AddressKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every way to hide a scheme that runs, in every place, through to the documents: none comes out. */
class AddressesThatRunTest {
    private static final FeedName FEED = new FeedName("feed");

    private static final Pattern RUNS =
            Pattern.compile("(?:feed:)?(?:javascript|vbscript|livescript|file|view-source|blob|jar|filesystem|ms-word):"
                    + "|data:(?!image/(?:png|jpeg|gif|webp))");

    static final List<String> TRICKS = Stream.of(
                    "javascript", "vbscript", "JaVaScRiPt", "livescript", "file", "view-source")
            .flatMap(scheme -> Stream.of(
                            "%s:alert(1)",
                            " %s:alert(1)",
                            "\u0001%s:alert(1)",
                            "\n%s:alert(1)",
                            "\u00A0%s:alert(1)",
                            "\u2003%s:alert(1)",
                            "\u3000\t%s:alert(1)",
                            "\uFEFF%s:alert(1)",
                            "%s\t:alert(1)",
                            "%s://x/%%0aalert(1)",
                            "%s:alert(1),b.png")
                    .map(form -> form.formatted(scheme)))
            .collect(Collectors.toCollection(ArrayList::new));

    static {
        for (String hidden : List.of(
                "\uFFFE",
                "\uFFFF",
                "\t",
                "\n",
                "\r",
                "\u0000",
                "\u0001",
                "\u001F",
                "\u2028",
                "\u2029",
                "\u0085",
                "\uD800",
                "\uDC00",
                "&#xFFFE;",
                "&#2;",
                "&Tab;",
                "&NewLine;",
                "&#x0a;",
                "&#10",
                "\u200B",
                "\u00AD",
                "\uFEFF")) {
            TRICKS.add("java" + hidden + "script:alert(1)");
            TRICKS.add(hidden + "javascript:alert(1)");
            TRICKS.add("javascript" + hidden + ":alert(1)");
        }
        TRICKS.addAll(List.of(
                "JAVASCRIPT&colon;alert(1)",
                "&#106;avascript:alert(1)",
                "&#x6A&#x61vascript:alert(1)",
                "javascript&#58;alert(1)",
                "javascript:/*--></title>*/alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD4=",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "DATA:image/svg+xml;base64,AA==",
                "data:application/xhtml+xml,x",
                "data:,x",
                "blob:https://example.org/x",
                "filesystem:https://example.org/x",
                "jar:javascript:alert(1)!/",
                "feed:javascript:alert(1)",
                "ms-word:ofe|u|https://example.org/",
                "ｊａｖａｓｃｒｉｐｔ:alert(1)",
                "javascript：alert(1)",
                "javascript%3Aalert(1)"));
    }

    /** Where an address may stand in HTML; {@code %s} is the address. */
    static final List<String> PLACES = List.of(
            "<a href=\"%s\">x</a>",
            "<a href='%s' ping='%s'>x</a>",
            "<area href=\"%s\">",
            "<img src=\"%s\" longdesc=\"%s\" lowsrc=\"%s\" usemap=\"%s\">",
            "<img src=\"a.png\" srcset=\"%s\">",
            "<img src=\"a.png\" srcset=\"b.png 1x, %s 2x\">",
            "<img data-src=\"%s\" data-srcset=\"%s 2x\">",
            "<picture><source srcset=\"%s\"><img></picture>",
            "<picture><source data-srcset=\"%s\" src=\"%s\"><img src=a.png></picture>",
            "<video src=\"%s\" poster=\"%s\"><source src=\"%s\"><track src=\"%s\"></video>",
            "<audio src=\"%s\" data-src=\"%s\"></audio>",
            "<blockquote cite=\"%s\">x</blockquote><q cite=\"%s\">x</q><del cite=\"%s\">x</del><ins cite=\"%s\">x</ins>",
            "<object data=\"%s\" codebase=\"%s\" classid=\"%s\"></object>",
            "<embed src=\"%s\">",
            "<iframe src=\"%s\" srcdoc=\"%s\"></iframe>",
            "<iframe data-src=\"%s\"></iframe>",
            "<portal src=\"%s\"></portal><frame src=\"%s\">",
            "<form action=\"%s\"><button formaction=\"%s\">x</button><input type=image src=\"%s\"></form>",
            "<svg><a xlink:href=\"%s\"><text>x</text></a><use href=\"%s\"/></svg>",
            "<math href=\"%s\" xlink:href=\"%s\"><mi href=\"%s\">x</mi></math>",
            "<body background=\"%s\"><table background=\"%s\"><td background=\"%s\">x</table>",
            "<base href=\"%s\"><link rel=stylesheet href=\"%s\"><meta http-equiv=refresh content=\"0;url=%s\">",
            "<lite-youtube src=\"%s\"></lite-youtube><amp-img src=\"%s\"></amp-img><x-y href=\"%s\"></x-y>",
            "<p style=\"background:url('%s')\" onclick=\"%s\">x</p>",
            "<html manifest=\"%s\"><applet code=\"%s\" archive=\"%s\"></applet>");

    /** One address of each scheme that starts something, which may stand in no attribute at all. */
    static final List<String> SCHEMES = List.of(
            "javascript:a(1)",
            "vbscript:a(1)",
            "livescript:a(1)",
            "file:///etc/passwd",
            "view-source:https://example.org/",
            "blob:https://example.org/x",
            "filesystem:https://example.org/x",
            "jar:https://example.org/x!/",
            "about:blank#x",
            "chrome://settings",
            "intent://x#Intent;end",
            "ms-word:ofe|u|https://example.org/",
            "search-ms:query=x",
            "mhtml:https://example.org/x",
            "feed:javascript:a(1)",
            "data:text/html,x",
            "data:image/svg+xml,x",
            "data:,x");

    /** All that the HTML standard and its forerunners take for an address, and all that scripts load pictures by. */
    static final List<String> ATTRIBUTES = List.of(
            "action",
            "archive",
            "attributionsrc",
            "background",
            "cite",
            "classid",
            "code",
            "codebase",
            "data",
            "data-actualsrc",
            "data-full-src",
            "data-hi-res-src",
            "data-lazy",
            "data-lazy-src",
            "data-lazy-srcset",
            "data-orig-file",
            "data-original",
            "data-original-set",
            "data-sizes-srcset",
            "data-src",
            "data-srcset",
            "data-url",
            "dynsrc",
            "formaction",
            "href",
            "icon",
            "imagesrcset",
            "itemid",
            "itemtype",
            "longdesc",
            "lowsrc",
            "manifest",
            "onclick",
            "ping",
            "pluginspage",
            "poster",
            "profile",
            "src",
            "srcdoc",
            "srcset",
            "style",
            "usemap",
            "xlink:href",
            "xml:base",
            "xmlns");

    /** They name or load nothing in any browser of today, and cleaning takes them away. */
    private static final List<String> UNKNOWN_TO_THE_STORE =
            List.of("attributionsrc", "icon", "imagesrcset", "itemid", "itemtype", "pluginspage", "xmlns");

    private static final List<String> ELEMENTS = Stream.of(
                    "a",
                    "abbr",
                    "address",
                    "applet",
                    "article",
                    "aside",
                    "<area %s>",
                    "audio",
                    "b",
                    "bdi",
                    "bdo",
                    "<audio><source %s><track %s></audio>",
                    "<base %s>",
                    "<bgsound %s>",
                    "blockquote",
                    "<body %s>",
                    "<br %s>",
                    "button",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "<table><colgroup %s><col %s></colgroup></table>",
                    "data",
                    "dd",
                    "del",
                    "details",
                    "dfn",
                    "dialog",
                    "dir",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "<embed %s>",
                    "fieldset",
                    "figcaption",
                    "figure",
                    "font",
                    "footer",
                    "form",
                    "frame",
                    "frameset",
                    "h1",
                    "h2",
                    "h6",
                    "header",
                    "<hr %s>",
                    "<html %s>",
                    "i",
                    "iframe",
                    "<img %s>",
                    "<img src=a.png %s>",
                    "<img src=blank.gif %s>",
                    "<img data-src=a.png %s>",
                    "<input %s>",
                    "<input type=image %s>",
                    "ins",
                    "kbd",
                    "label",
                    "legend",
                    "li",
                    "<link %s>",
                    "listing",
                    "main",
                    "map",
                    "mark",
                    "marquee",
                    "math",
                    "<math><mi %s>x</mi></math>",
                    "menu",
                    "<meta %s>",
                    "meter",
                    "nav",
                    "<noscript><img %s></noscript>",
                    "object",
                    "<object><param %s></object>",
                    "ol",
                    "optgroup",
                    "option",
                    "output",
                    "p",
                    "<picture %s><source %s><img %s></picture>",
                    "<picture><source %s><img></picture>",
                    "portal",
                    "pre",
                    "progress",
                    "q",
                    "rp",
                    "rt",
                    "ruby",
                    "s",
                    "samp",
                    "script",
                    "section",
                    "select",
                    "slot",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "style",
                    "sub",
                    "summary",
                    "sup",
                    "svg",
                    "<svg><a %s>x</a><use %s /><image %s /></svg>",
                    "<table %s><thead %s><tr %s><th %s>x</th></tr></thead><tbody %s><tr><td %s>x</td></tr></tbody></table>",
                    "template",
                    "textarea",
                    "time",
                    "u",
                    "ul",
                    "var",
                    "video",
                    "<video><source %s></video>",
                    "<wbr %s>",
                    "xmp",
                    "x-own",
                    "amp-img",
                    "lite-youtube")
            .map(element -> element.replaceAll("%s", "%1\\$s"))
            .toList();

    private static final List<String> WEB = List.of("https://example.org/x", "http://example.org/x");

    /** Followed on a click, and loaded by nobody. */
    private static final List<String> FOLLOWED = List.of(
            "mailto:a@example.org",
            "tel:+1",
            "ftp://example.org/x",
            "magnet:?xt=x",
            "xmpp:a@example.org",
            "urn:isbn:1",
            "geo:1,2",
            "sms:+1",
            "web+x:y",
            "feed:https://example.org/x");

    private static final List<String> SHOWN = List.of("data:image/png;base64,AA==", "data:image/gif,x");

    /** An element with a place for an attribute; the attribute; whether it is followed; whether it is an image. */
    static final List<Arguments> KEPT = List.of(
            arguments("<a %s>x</a>", "href", true, false),
            arguments("<blockquote %s>x</blockquote>", "cite", true, false),
            arguments("<q %s>x</q>", "cite", true, false),
            arguments("<del %s>x</del>", "cite", true, false),
            arguments("<ins %s>x</ins>", "cite", true, false),
            arguments("<img %s>", "src", false, true),
            arguments("<img src=a.png %s>", "srcset", false, true),
            arguments("<picture><source %s><img src=a.png></picture>", "srcset", false, true),
            arguments("<audio %s></audio>", "src", false, false),
            arguments("<audio><source %s></audio>", "src", false, false),
            arguments("<audio><track %s></audio>", "src", false, false),
            arguments("<video %s></video>", "src", false, false),
            arguments("<video %s></video>", "poster", false, false),
            arguments("<video><source %s></video>", "src", false, false),
            arguments("<video><track %s></video>", "src", false, false));

    @ParameterizedTest
    @FieldSource("TRICKS")
    void doNotComeOutOfHtmlThatIsRead(String trick) {
        for (String place : PLACES) {
            assertHarmless(CleanHtml.of(place.replace("%s", trick)), null, List.of());
        }
        assertHarmless(
                Markdown.prose("[x](<" + trick + ">) ![y](<" + trick + ">)", PartIds.BODY)
                        .html(),
                null,
                List.of());
    }

    /** What was stored earlier was cleaned by earlier rules. */
    @ParameterizedTest
    @FieldSource("TRICKS")
    void doNotComeOutOfTheStore(String trick) {
        for (String place : PLACES.subList(0, 12)) { // what cleaning leaves, and has ever left
            assertHarmless(place.replace("%s", trick), null, List.of());
        }
        assertHarmless("<p>x</p>", trick, List.of(new Enclosure(trick, "audio/mpeg", 1, null)));
    }

    /** Every attribute on every element, as authors write it and as the store may have it. */
    @ParameterizedTest
    @ValueSource(strings = {"javascript:a(1)", "data:text/html,x"})
    void stayInNoAttributeOfAnyElement(String scheme) {
        for (String attribute : ATTRIBUTES) {
            String html = everyElement(attribute, scheme);
            assertNoScheme(scheme, CleanHtml.of(html));
            if (!UNKNOWN_TO_THE_STORE.contains(attribute)) {
                assertNoScheme(scheme, AbsoluteHtml.resolve(html, "https://example.org/a"));
            }
        }
    }

    /** Which scheme may stand in which of the attributes that are kept, by what a browser does with them. */
    @ParameterizedTest
    @FieldSource("KEPT")
    void areRefusedWhereverAnAddressIsKept(String element, String attribute, boolean isFollowed, boolean isImage) {
        var allowed = Stream.of(WEB, isFollowed ? FOLLOWED : List.<String>of(), isImage ? SHOWN : List.<String>of())
                .flatMap(List::stream)
                .toList();
        for (String address :
                Stream.of(WEB, FOLLOWED, SHOWN, SCHEMES).flatMap(List::stream).toList()) {
            String written = element.formatted(attribute + "=\"" + address + "\"");
            for (String html : List.of(
                    CleanHtml.of(written),
                    AbsoluteHtml.resolve(CleanHtml.of(written), "https://example.org/a"),
                    AbsoluteHtml.resolve(written, "https://example.org/a"))) {
                boolean isKept =
                        Jsoup.parseBodyFragment(html).select("[" + attribute + "]").eachAttr(attribute).stream()
                                .anyMatch(value -> value.startsWith(address));
                assertThat(isKept).as("%s in %s", address, written).isEqualTo(allowed.contains(address));
            }
        }
    }

    private static String everyElement(String attribute, String address) {
        String set = attribute + "=\"" + address + (attribute.contains("set") ? " 2x\"" : "\"");
        return ELEMENTS.stream()
                .map(element -> element.contains("%s")
                        ? element.formatted(set)
                        : "<" + element + " " + set + ">x</" + element + ">")
                .collect(Collectors.joining("<p>"));
    }

    private static void assertNoScheme(String scheme, String html) {
        for (var element : Jsoup.parseBodyFragment(html).getAllElements()) {
            for (var attribute : element.attributes()) {
                assertThat(attribute.getValue())
                        .as("of %s in %s", attribute.getKey(), html)
                        .doesNotContain(scheme);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,AA==",
                "data:image/jpeg;base64,AA==",
                "DATA:IMAGE/GIF;base64,AA==",
                "data:image/webp,x"
            })
    void areNotImagesInAnAddress(String address) {
        assertThat(AddressKind.IMAGE.allows(address)).isTrue();
        assertThat(CleanHtml.of("<img src=\"" + address + "\">")).contains("src=");
        assertThat(CleanHtml.of("<a href=\"" + address + "\">x</a>")).isEqualTo("<a>x</a>");
        assertThat(CleanHtml.of("<video src=\"" + address + "\"></video>")).doesNotContain("src=");
    }

    private static void assertHarmless(String html, @Nullable String address, List<Enclosure> enclosures) {
        var text = new ArticleText(
                "Title",
                address,
                address == null ? List.of() : List.of(new Person("Ann", null, address)),
                List.of(),
                List.of(),
                new Prose("", html),
                new Disclaimer(new Prose("", html)),
                null,
                null,
                address,
                enclosures);
        var published = OffsetDateTime.parse("2026-01-26T00:00:00Z");
        var manuscript =
                new Manuscript(FEED, new Slug("x"), null, "example.org", published, null, false, text, null, null);
        var article = Stored.of(manuscript, new ArticleId("tag:example.org,2026:x"));
        var definition =
                FeedFile.read("title: T\nhome: https://example.org/", "example.org", new Problems("feed.yaml"));
        var addresses = new Addresses(URI.create("https://feeds.example.org"));
        var entry = new Entries(definition, addresses).of(article);
        var feed = new Feed(FEED, "urn:uuid:00000000-0000-0000-0000-000000000001", definition, Instant.EPOCH, false);
        var selection = WholeFeeds.showing(feed, addresses, List.of(entry), Instant.EPOCH);
        for (FeedFormat format : FeedFormat.values()) {
            String document = new String(Documents.render(selection, format).bytes(), StandardCharsets.UTF_8);
            if (format == FeedFormat.JSON) {
                assertHarmless(JsonMapper.shared().readTree(document), html);
            } else {
                var xml = Jsoup.parse(document, Parser.xmlParser());
                assertHarmless(xml, html);
                xml.getAllElements().forEach(element -> assertHarmless(element.ownText(), html));
                xml.getAllElements().forEach(element -> assertHarmless(Jsoup.parse(element.wholeOwnText()), html));
            }
        }
    }

    private static void assertHarmless(JsonNode json, String of) {
        if (json.isString()) {
            assertHarmless(json.stringValue(), of);
            assertHarmless(Jsoup.parse(json.stringValue()), of);
        }
        json.values().forEach(value -> assertHarmless(value, of));
    }

    private static void assertHarmless(Document document, String of) {
        for (var element : document.getAllElements()) {
            for (var attribute : element.attributes()) {
                assertHarmless(attribute.getValue(), of);
                assertThat(attribute.getKey())
                        .as("of %s", of)
                        .doesNotStartWith("on")
                        .isNotIn("srcdoc", "style", "action", "ping", "formaction", "xlink:href", "background");
            }
        }
    }

    /** As the most forgiving of readers would read it. */
    private static void assertHarmless(String value, String of) {
        String read = value.replaceAll("[\\p{C}\\p{Z}]", "").toLowerCase(Locale.ROOT);
        assertThat(RUNS.matcher(read).lookingAt())
                .as("%s, which comes of %s", value, of)
                .isFalse();
    }
}
