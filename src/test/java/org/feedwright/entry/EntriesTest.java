package org.feedwright.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Correction;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Episode;
import org.feedwright.article.Episode.Credit;
import org.feedwright.article.Episode.Transcript;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.feedwright.feed.FeedDefinition.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
    private static final Instant TIME = Instant.parse("2026-01-26T00:00:00Z");

    private static FeedDefinition definition(@Nullable String home, List<String> hubs) {
        return new FeedDefinition(
                Identity.under("example.org"),
                new Description(
                        "Feed",
                        null,
                        home,
                        " en ",
                        Person.named("Publisher"),
                        "© Publisher",
                        " \u0000 ",
                        "https://example.org/l o.png",
                        List.of()),
                new Display(
                        20,
                        Content.FULL,
                        Highlights.SUMMARY,
                        new Disclaimer(new Prose("", "<p><a href=\"/legal\">Legal</a></p>")),
                        ZoneOffset.UTC),
                new Delivery(hubs, null, false, false),
                null,
                null);
    }

    private static Entry entry(@Nullable String link, @Nullable String image, List<Enclosure> enclosures) {
        var text = new ArticleText(
                "Title",
                link,
                List.of(),
                List.of(),
                List.of(),
                new Prose("", "<p><img src=\"a.png\"></p>"),
                null,
                null,
                null,
                image,
                enclosures);
        var article = stored(text);
        return new Entries(definition(null, List.of()), new Addresses(URI.create("https://feeds.example.org/")))
                .of(article);
    }

    private static Article stored(ArticleText text) {
        return new Article(
                new ArticleId("tag:example.org,2026:x"),
                new FeedName("feed"),
                new Slug("größe"),
                State.PUBLISHED,
                TIME,
                TIME,
                TIME,
                text);
    }

    @Test
    void leadsToTheArticlesPageWhereItHasNoLink() {
        assertThat(entry(null, null, List.of()).link())
                .isEqualTo("https://feeds.example.org/articles/feed/gr%C3%B6%C3%9Fe");
    }

    @Test
    void resolvesAgainstThePageWhereThereIsNoLink() {
        assertThat(entry(null, null, List.of()).content())
                .contains("src=\"https://feeds.example.org/articles/feed/a.png\"");
    }

    @Test
    void resolvesAgainstTheLink() {
        var entry = entry("https://example.org/x/y", "i m.png", List.of(new Enclosure("../a|b", "audio/mpeg", 1, "T")));
        assertThat(entry.content())
                .isEqualTo("<p><img src=\"https://example.org/x/a.png\"></p>"
                        + "<hr><h2>Disclaimer</h2><p><a href=\"https://example.org/legal\">Legal</a></p>");
        assertThat(entry.image()).isEqualTo("https://example.org/x/i%20m.png");
        assertThat(entry.enclosures())
                .containsExactly(new Enclosure("https://example.org/a%7Cb", "audio/mpeg", 1, "T"));
    }

    @Test
    void resolvesALinkAgainstThePage() {
        assertThat(entry("/elsewhere", null, List.of()).link()).isEqualTo("https://feeds.example.org/elsewhere");
    }

    @Test
    void fillsInWhatTheFeedSaysForAll() {
        var entry = entry(null, null, List.of());
        assertThat(entry.authors()).containsExactly(Person.named("Publisher"));
        assertThat(entry.language()).isEqualTo("en");
        assertThat(entry.rights()).isEqualTo("© Publisher");
    }

    @Test
    void takesAddressesOfTheFeedThatPeopleWroteAsTheyLike() {
        var definition =
                definition(" https://bücher.example/ü \uFFFE", List.of(" ", "https://hub.example.org/a b\u0001"));
        assertThat(definition.description().home()).isEqualTo("https://xn--bcher-kva.example/%C3%BC");
        assertThat(definition.description().icon()).isNull();
        assertThat(definition.description().logo()).isEqualTo("https://example.org/l%20o.png");
        assertThat(definition.delivery().hubs()).containsExactly("https://hub.example.org/a%20b");
    }

    @Test
    void resolvesEveryAddressOfAnEpisode() {
        var episode = new Episode(
                "The episode",
                2,
                3,
                Episode.Type.BONUS,
                true,
                "i.png",
                List.of(
                        new Transcript("t.vtt", "text/vtt", "de"),
                        new Transcript("u.srt", "application/x-subrip", null)),
                "c.json",
                List.of(
                        new Credit("Ada", "guest", "p.png", "https://ada.example/"),
                        new Credit("Ben", null, "photos/ben.png", null)));
        var article = stored(new ArticleText(
                "Title",
                "https://example.org/x/y",
                List.of(),
                List.of(),
                List.of(),
                Prose.EMPTY,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new MediaFile("photos/ben.png", "image/png", 7)),
                episode,
                null,
                null,
                List.of()));

        var shown = new Entries(definition(null, List.of()), new Addresses(URI.create("https://feeds.example.org/")))
                .of(article)
                .episode();

        assertThat(shown)
                .isEqualTo(new Episode(
                        "The episode",
                        2,
                        3,
                        Episode.Type.BONUS,
                        true,
                        "https://example.org/x/i.png",
                        List.of(
                                new Transcript("https://example.org/x/t.vtt", "text/vtt", "de"),
                                new Transcript("https://example.org/x/u.srt", "application/x-subrip", null)),
                        "https://example.org/x/c.json",
                        List.of(
                                new Credit("Ada", "guest", "https://example.org/x/p.png", "https://ada.example/"),
                                new Credit("Ben", null, "https://feeds.example.org/media/feed/photos/ben.png", null))));
    }

    private static Entry illustrated(String title, String body, @Nullable String alternative) {
        var article = stored(new ArticleText(
                title,
                "https://example.org/x/y",
                List.of(),
                List.of(),
                List.of(),
                new Prose("", body),
                null,
                "ar",
                null,
                "lead.png",
                List.of(
                        new Enclosure("second.png", "image/png", 1, "The <second>"),
                        new Enclosure("talk.mp3", "audio/mpeg", 1, null)),
                List.of(new Correction(new Prose("", "<p>No <code>a</code>.</p>"), TIME)),
                List.of(),
                null,
                null,
                alternative,
                List.of()));
        return new Entries(definition(null, List.of()), new Addresses(URI.create("https://feeds.example.org/")))
                .of(article);
    }

    /** The pictures of a note are a part of it; an article with a title has those that its author put into the text. */
    @Test
    void showsThePicturesOfANoteAndTheLeadImageWhereThereIsNoText() {
        String lead = "<img src=\"https://example.org/x/lead.png\" alt=\"";
        String second = "<img src=\"https://example.org/x/second.png\" alt=\"The &lt;second&gt;\">";

        assertThat(illustrated("", "<p>A note.</p>", "A chart").content()).contains(lead + "A chart\">", second);
        assertThat(illustrated("", "<p>A note.</p>", null).content()).contains(lead + "\">", second);
        assertThat(illustrated("Title", "", null).content())
                .contains(lead + "Title\">")
                .doesNotContain("second.png");
        assertThat(illustrated("Title", "", "A chart").content()).contains(lead + "A chart\">");
        assertThat(illustrated("Title", "<p>A text.</p>", null).content()).doesNotContain("<img", "talk.mp3");
    }

    @Test
    void readsCorrectionsInTheLanguageOfTheArticle() {
        assertThat(illustrated("Title", "<p>So <code>a</code>.</p>", null).content())
                .containsPattern("<p>No <code dir=\"ltr\">a</code>")
                .containsPattern("<p>So <code dir=\"ltr\">a</code>");
    }

    /** What is stored may be older than the rules by which addresses are read today. */
    @ParameterizedTest
    @ValueSource(strings = {"javascript:a(1)", "JavaScript:a(1)", "vbscript:a(1)", "data:text/html,a(1)", "blob:a(1)"})
    void hasNoAddressThatRunsInAnyOfItsParts(String address) {
        var episode = new Episode(
                null,
                null,
                null,
                Episode.Type.FULL,
                null,
                address,
                List.of(new Transcript(address, "text/vtt", null)),
                address,
                List.of(new Credit("Ada", null, address, address)));
        var article = stored(new ArticleText(
                "Title",
                address,
                List.of(new Person("Ann", null, address)),
                List.of(),
                List.of(),
                new Prose("", "<p><a href=\"" + address + "\">x</a></p>"),
                null,
                null,
                null,
                address,
                List.of(new Enclosure(address, "audio/mpeg", 1, null)),
                List.of(),
                List.of(),
                episode,
                null,
                null,
                List.of()));

        var entry = new Entries(definition(null, List.of()), new Addresses(URI.create("https://feeds.example.org/")))
                .of(article);

        assertThat(entry.toString()).contains("Ada", "Ann").doesNotContain("a(1)");
    }
}
