package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.feedwright.text.AddressKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
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
        for (String place : PLACES.subList(0, 12)) {
            assertHarmless(place.replace("%s", trick), null, List.of());
        }
        assertHarmless("<p>x</p>", trick, List.of(new Enclosure(trick, "audio/mpeg", 1, null)));
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
