package org.feedwright.page;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.article.Slug;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Selector;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What authors wrote is shown as they wrote it, and is nowhere a part of the page. */
class HostileTextTest extends PageTest {
    private static final String TEXT = "'x' \"y\"><b onclick=z>&amp;</b></title></bdi></main><script>1</script><!--";
    private static final String ADDRESS = "https://ben.example/?'x'&\"y\"><b>";

    @Test
    void isTextInAnArticle() throws Exception {
        publish(hostile(open("hostile-article", Sample.feed(TEXT)))
                .enclosures(new Enclosure("https://example.org/a.mp3", "audio/mpeg", 1, TEXT)));

        var page = page("/articles/hostile-article/a");

        assertThat(page.title()).isEqualTo(TEXT + " – " + TEXT);
        assertThat(page.select("meta[property~=og:(title|description|site_name)], meta[name=description]")
                        .eachAttr("content"))
                .hasSize(4)
                .containsOnly(TEXT);
        assertThat(page.select("link[rel=alternate]").get(0).attr("title")).isEqualTo(TEXT + " (Atom)");
        assertThat(page.select("h1, .kicker, .authors, .summary li, .attachments bdi, .follow bdi")
                        .eachText())
                .hasSize(6)
                .containsOnly(TEXT);
        assertThat(page.select("a[rel=author]").attr("href")).isEqualTo("https://ben.example/?'x'&%22y%22%3E%3Cb%3E");
        assertOnlyText(page);
    }

    @Test
    void isTextInAFeed() throws Exception {
        publish(hostile(open("hostile-feed", Sample.feed(TEXT))));

        var page = page("/feeds/hostile-feed");

        assertThat(page.title()).isEqualTo(TEXT);
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(TEXT);
        assertThat(page.select("h1, h3, .entries .meta bdi, .highlights li").eachText())
                .hasSize(4)
                .containsOnly(TEXT);
        assertOnlyText(page);
    }

    @Test
    void isTextOnTheFrontPage() throws Exception {
        publish(hostile(open("hostile-front", Sample.feed(TEXT))).published("2026-11-01T00:00:00Z"));

        var page = page("/");

        assertThat(page.select("link[rel=alternate]").eachAttr("title")).contains(TEXT);
        assertThat(page.select(".cards h3").eachText()).contains(TEXT);
        assertThat(page.select(".cards .unseen").eachText()).contains("to " + TEXT, TEXT + " as");
        assertThat(page.select(".entries h3").eachText()).contains(TEXT);
        assertThat(page.select(".entries bdi").eachText()).contains(TEXT);
        assertOnlyText(page);
    }

    @Test
    void isTextWhereAnArticleWasTakenBack() throws Exception {
        var article = publish(hostile(open("hostile-gone", Sample.feed(TEXT))));
        publishing.withdraw(article.id(), TEXT);

        var answer = get("/articles/hostile-gone/a", "Accept", "text/html");

        var page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(page.select(".reason").text()).isEqualTo(TEXT);
        assertThat(page.select(".kicker").text()).isEqualTo(TEXT);
        assertOnlyText(page);
    }

    @Test
    void leadsNowhereThatRuns() throws Exception {
        publish(Sample.of(open("hostile-links", Sample.feed("Links")), "a")
                .body("<p id=\"page-main\"><a href=\"java&#xFFFE;script:x\">x</a> <a href=\"#page-main\">y</a>"
                        + "<img srcset=\"a.png, java&#xFFFE;script:x 2x\"></p>")
                .authors(new Person("Ann", null, "javascript:x"))
                .enclosures(new Enclosure("javascript:x", "audio/mpeg", 1, "E")));

        var page = page("/articles/hostile-links/a");

        assertThat(page.select("[href~=script:], [src~=script:], [srcset~=script:]"))
                .isEmpty();
        assertThat(page.select("a:matchesOwn(^y$)").attr("href")).isEqualTo("#page-main-2");
        assertThat(page.select("#page-main")).hasSize(1);
    }

    /** A field that is new fails this until it is named below, and shown or not shown as it says there. */
    @Test
    void isTextInEveryFieldOfAnArticleAndAFeed() throws Exception {
        var definition = fill(FeedDefinition.class);
        var feed = open("hostile-fields", definition);
        publish(Sample.of(feed, "a").text(fill(ArticleText.class)).published("2026-11-02T00:00:00Z"));
        publishing.withdraw(publish(Sample.of(feed, "gone")).id(), hostile("Withdrawal.reason"));
        assertThat(filled).containsExactlyInAnyOrderElementsOf(FIELDS.keySet());

        var shown = new StringBuilder();
        for (String path : List.of(
                "/",
                "/articles/hostile-fields/a",
                "/articles/hostile-fields/gone",
                "/feeds/hostile-fields",
                "/feeds/hostile-fields?q=" + encoded(hostile("q")),
                page("/articles/hostile-fields/a").select("a[rel=tag]").attr("href"))) {
            var page = Jsoup.parse(get(path, "Accept", "text/html").body(), path);
            assertOnlyText(page);
            shown.append(page.text());
            page.getAllElements()
                    .forEach(element -> element.attributes()
                            .forEach(attribute -> shown.append(' ').append(attribute.getValue())));
        }
        FIELDS.forEach((field, place) -> {
            if (place == Place.SHOWN) {
                assertThat(shown).as(field).contains(hostile(field));
            } else if (place == Place.NOT_SHOWN) {
                assertThat(shown).as(field).doesNotContain(field + " ");
            }
        });
        assertThat(shown).contains(hostile("Withdrawal.reason"));
        assertThat(get("/feeds.opml").body()).doesNotContain("<b ", "<script");
        assertThat(Jsoup.parse(get("/feeds.opml").body(), Parser.xmlParser())
                        .select("outline")
                        .eachAttr("text"))
                .contains(hostile("Description.title"));
    }

    /** Where a field of this kind is on the pages. */
    private enum Place {
        SHOWN,
        NOT_SHOWN,
        /** It is HTML, which is cleaned when it is read; here it is text in a paragraph. */
        HTML,
        /** It is an address, which is shown where it leads to, or not at all. */
        ADDRESS
    }

    private static final Map<String, Place> FIELDS = Map.ofEntries(
            entry("ArticleText.title", Place.SHOWN),
            entry("ArticleText.link", Place.ADDRESS),
            entry("ArticleText.language", Place.SHOWN),
            entry("ArticleText.rights", Place.SHOWN),
            entry("ArticleText.image", Place.ADDRESS),
            entry("ArticleText.summary", Place.NOT_SHOWN), // there are highlights
            entry("ArticleText.imageAlternative", Place.SHOWN),
            entry("Person.name", Place.SHOWN),
            entry("Person.email", Place.NOT_SHOWN),
            entry("Person.uri", Place.ADDRESS),
            entry("Category.name", Place.SHOWN),
            entry("Highlight.text", Place.SHOWN),
            entry("Prose.source", Place.NOT_SHOWN),
            entry("Prose.html", Place.HTML),
            entry("Enclosure.url", Place.ADDRESS),
            entry("Enclosure.type", Place.SHOWN),
            entry("Enclosure.title", Place.SHOWN),
            entry("MediaFile.path", Place.NOT_SHOWN),
            entry("MediaFile.name", Place.NOT_SHOWN),
            entry("MediaFile.type", Place.NOT_SHOWN),
            entry("LinkedArticle.path", Place.NOT_SHOWN),
            entry("Episode.title", Place.NOT_SHOWN),
            entry("Episode.image", Place.ADDRESS),
            entry("Episode.chapters", Place.ADDRESS),
            entry("Transcript.url", Place.ADDRESS),
            entry("Transcript.type", Place.NOT_SHOWN),
            entry("Transcript.language", Place.NOT_SHOWN),
            entry("Credit.name", Place.NOT_SHOWN),
            entry("Credit.role", Place.NOT_SHOWN),
            entry("Credit.image", Place.ADDRESS),
            entry("Credit.link", Place.ADDRESS),
            entry("Identity.id", Place.NOT_SHOWN),
            entry("Description.title", Place.SHOWN),
            entry("Description.subtitle", Place.SHOWN),
            entry("Description.home", Place.ADDRESS),
            entry("Identity.authority", Place.NOT_SHOWN),
            entry("Description.language", Place.SHOWN),
            entry("Description.rights", Place.SHOWN),
            entry("Description.icon", Place.ADDRESS),
            entry("Description.logo", Place.ADDRESS),
            entry("Delivery.hubs", Place.ADDRESS),
            entry("Podcast.image", Place.ADDRESS),
            entry("Podcast.author", Place.NOT_SHOWN),
            entry("Podcast.guid", Place.NOT_SHOWN),
            entry("Topic.name", Place.NOT_SHOWN),
            entry("Topic.within", Place.NOT_SHOWN),
            entry("Owner.name", Place.NOT_SHOWN),
            entry("Owner.email", Place.NOT_SHOWN),
            entry("Funding.url", Place.ADDRESS),
            entry("Funding.text", Place.NOT_SHOWN),
            entry("Conventions.exclude", Place.NOT_SHOWN),
            entry("Conventions.permalink", Place.NOT_SHOWN),
            entry("Conventions.idPattern", Place.NOT_SHOWN),
            entry("FormerDocument.address", Place.NOT_SHOWN),
            entry("FormerDocument.extension", Place.NOT_SHOWN));

    /** What is no text, and cannot be hostile. */
    private static final Map<Class<?>, Object> OTHERS = Map.ofEntries(
            entry(int.class, 20),
            entry(Integer.class, 1),
            entry(long.class, 1L),
            entry(boolean.class, false),
            entry(Boolean.class, false),
            entry(Instant.class, Instant.parse("2026-11-02T00:00:00Z")),
            entry(Duration.class, Duration.ofHours(1)),
            entry(ZoneId.class, ZoneOffset.UTC),
            entry(FeedName.class, new FeedName("hostile-fields")),
            entry(Slug.class, new Slug("a")));

    private final Set<String> filled = new TreeSet<>();

    /** A record with hostile text in every field, and in every record in it. */
    private <T> T fill(Class<T> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(type.getSimpleName() + "." + components[i].getName(), components[i].getGenericType());
        }
        var constructor = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private @Nullable Object value(String field, Type generic) throws ReflectiveOperationException {
        if (generic instanceof ParameterizedType list) {
            if (list.getRawType() == Map.class) {
                return Map.of(); // the words of a site, which are read and nowhere shown
            }
            Type of = list.getActualTypeArguments()[0];
            return of == FeedName.class ? List.of() : List.of(requireNonNull(value(field, of)));
        }
        var type = (Class<?>) generic;
        if (type == String.class) {
            filled.add(field);
            return text(field);
        }
        if (type == Selector.class) {
            return null; // what it names is compared and nowhere shown
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() && !OTHERS.containsKey(type)
                ? fill(type)
                : requireNonNull(OTHERS.get(type), "say what stands for " + type + " in " + field);
    }

    private static String text(String field) {
        return switch (FIELDS.getOrDefault(field, Place.NOT_SHOWN)) {
            case ADDRESS -> ADDRESS + field;
            case HTML -> "<p>" + Entities.escape(hostile(field)) + "</p>";
            case SHOWN, NOT_SHOWN -> hostile(field);
        };
    }

    private static String hostile(String field) {
        return field + " " + TEXT;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Sample hostile(FeedName feed) {
        return Sample.of(feed, "a").title(TEXT).highlights(TEXT).authors(new Person(TEXT, null, ADDRESS));
    }

    private static void assertOnlyText(Document page) {
        assertThat(page.select("script, b, [onclick]")).as(page.location()).isEmpty();
        assertThat(page.select("body > *").eachText()).hasSize(3);
        assertThat(page.select("body > footer")).hasSize(1);
    }
}
