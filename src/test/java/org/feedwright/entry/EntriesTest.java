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
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
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
        var article = new Article(
                new ArticleId("tag:example.org,2026:x"),
                new FeedName("feed"),
                new Slug("größe"),
                State.PUBLISHED,
                TIME,
                TIME,
                TIME,
                text);
        return new Entries(definition(null, List.of()), new Addresses(URI.create("https://feeds.example.org/")))
                .of(article);
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
}
