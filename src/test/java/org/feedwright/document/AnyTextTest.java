package org.feedwright.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.conformance.Conformance;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.feedwright.testing.Seeded;
import org.feedwright.testing.XmlCharacters;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any text survives in every field and format, but for the characters that XML forbids. */
@ExtendWith(Seeded.class)
class AnyTextTest {
    private static final int FEEDS = 150;
    private static final List<String> AWKWARD = List.of(
            "]]>",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "&lt;",
            "&amp;amp;",
            "&#x1;",
            "&#xFFFE;",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?xml?>",
            "</title>",
            "</channel>",
            "\r",
            "\r\n",
            "\n",
            "\t",
            "\u0085",
            "\u2028",
            "\u00A0",
            "\u200B",
            "\u202E",
            "\uFEFF",
            "\uFFFD",
            "\uFFFE",
            "\uFFFF",
            "\0",
            "\uD83D",
            "\uDE00",
            "😀",
            "👩‍👩‍👧",
            "e\u0301",
            "\\u0000",
            "\\",
            "İ",
            "ı",
            "%00",
            "مرحبا",
            "𝕏",
            "\uDBFF\uDFFF");

    private final RandomGenerator random;

    AnyTextTest(RandomGenerator random) {
        this.random = random;
    }

    @ParameterizedTest
    @EnumSource
    void survivesInEveryField(FeedFormat format) {
        for (int i = 0; i < FEEDS; i++) {
            String title = text();
            String name = text();
            String category = text();
            String highlight = text();
            String rights = text();
            String body = text();
            String disclaimer = text();
            var feed = SampleFeed.with(article -> {
                article.title = title;
                article.authors = List.of(Person.named(name));
                article.categories = List.of(category);
                article.highlights = List.of(highlight);
                article.rights = rights;
                article.body = "<pre>x" + html(body) + "</pre>";
                article.disclaimer = "<p>x" + html(disclaimer) + "</p>";
            });
            feed.title = title;
            feed.subtitle = highlight;

            var read = feed.read(format);
            var entry = read.entry();
            assertThat(read.title()).isEqualTo(XmlCharacters.line(title));
            assertThat(read.subtitle()).hasValue(XmlCharacters.line(highlight));
            assertThat(entry.title()).isEqualTo(XmlCharacters.line(title));
            assertThat(entry.authors()).containsExactly(XmlCharacters.line(name));
            assertThat(entry.categories()).containsExactly(XmlCharacters.line(category));
            assertThat(shown(format, entry.summary().orElseThrow())).isEqualTo(XmlCharacters.line(highlight));
            var content = Jsoup.parseBodyFragment(entry.content().orElseThrow());
            assertThat(content.select("pre").getFirst().wholeText()).isEqualTo("x" + XmlCharacters.legal(body));
            assertThat(content.select("h2 + p").getFirst().wholeText())
                    .isEqualTo("x" + XmlCharacters.legal(disclaimer));
            if (format != FeedFormat.JSON) {
                assertThat(entry.rights()).hasValue(XmlCharacters.line(rights));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverBreaksADocument(FeedFormat format) {
        for (int i = 0; i < FEEDS; i++) {
            assertThat(Conformance.violations(format, anyFeed().bytes(format))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBytesWheneverItIsRendered(FeedFormat format) {
        for (int i = 0; i < FEEDS; i++) {
            var selection = anyFeed().selection();
            assertThat(Documents.render(selection, format).bytes())
                    .isEqualTo(Documents.render(selection, format).bytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesTheFingerprintExactlyWhenTheBytesChange(FeedFormat format) {
        for (int i = 0; i < FEEDS; i++) {
            var document = anyFeed().document(format);
            byte[] changed = document.bytes().clone();
            assertThat(with(document, changed).fingerprint()).isEqualTo(document.fingerprint());
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(with(document, changed).fingerprint()).isNotEqualTo(document.fingerprint());

            var other = anyFeed().document(format);
            assertThat(other.fingerprint().equals(document.fingerprint()))
                    .isEqualTo(Arrays.equals(other.bytes(), document.bytes()));
        }
    }

    private static FeedDocument with(FeedDocument document, byte[] bytes) {
        return new FeedDocument(
                document.format(), bytes, document.self(), document.hubs(), document.modified(), null, null);
    }

    private static String shown(FeedFormat format, String summary) {
        return format == FeedFormat.JSON
                ? summary
                : Jsoup.parse(summary).select("li").getFirst().wholeText();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A feed with anything anywhere, also where an address or HTML is expected. */
    private SampleFeed anyFeed() {
        var feed = SampleFeed.with(article -> {
            article.title = text();
            article.link = maybe() ? null : maybe() ? "/" + text() : "https://example.org/" + text();
            article.authors =
                    maybe() ? List.of() : List.of(new Person(text(), null, "/" + text()), Person.named(text()));
            article.categories = maybe() ? List.of() : List.of(text(), text());
            article.highlights = maybe() ? List.of() : List.of(text(), text());
            article.body = maybe() ? "" : "<p title='" + text() + "'>" + text() + "<a href=\"" + text() + "\">";
            article.disclaimer = maybe() ? null : text();
            article.rights = maybe() ? null : text();
            article.image = maybe() ? null : "/" + text();
            article.enclosures = maybe() ? List.of() : List.of(new Enclosure("/" + text(), "audio/mpeg", 0, text()));
        });
        feed.title = text();
        feed.subtitle = maybe() ? null : text();
        feed.home = maybe() ? null : "https://example.org/" + text();
        feed.author = maybe() ? null : Person.named(text());
        feed.rights = maybe() ? null : text();
        feed.icon = maybe() ? null : "https://example.org/" + text();
        feed.logo = maybe() ? null : "https://example.org/" + text();
        feed.categories = maybe() ? List.of() : List.of(text());
        feed.hubs = maybe() ? List.of() : List.of("https://example.org/" + text());
        feed.content = maybe() ? Content.FULL : Content.SUMMARY;
        feed.highlights = maybe() ? Highlights.SUMMARY : Highlights.SUMMARY_AND_CONTENT;
        return feed;
    }

    /** Any text with at least one letter, for a title and a name must have one. */
    private String text() {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(kind -> switch (kind) {
                    case 0 -> AWKWARD.get(random.nextInt(AWKWARD.size()));
                    case 1 -> Character.toString(random.nextInt(0x80));
                    case 2 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
                    default -> Character.toString('a' + random.nextInt(26));
                })
                .collect(Collectors.joining("", "t", ""));
    }

    private boolean maybe() {
        return random.nextBoolean();
    }
}
