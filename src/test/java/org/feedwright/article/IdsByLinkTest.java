package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.feedwright.article.Taken.IdTaken;
import org.feedwright.feed.Conventions;
import org.feedwright.feed.Conventions.Ids;
import org.feedwright.feed.Conventions.Templates;
import org.feedwright.feed.Conventions.Titles;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.testing.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a feed with {@code ids: link}, an article's id is the address that it has when it is first published. */
class IdsByLinkTest extends NewsContract {
    private static final String LINK = "https://example.org/2026/one/";
    private static final Instant TOMORROW = Store.START.plusSeconds(86_400);

    @BeforeEach
    void identifyByLink() {
        identify(Ids.LINK);
    }

    private void identify(Ids ids) {
        lifecycle.define(NEWS, definition(ids));
        lifecycle.open(NEWS);
    }

    private static FeedDefinition definition(Ids ids) {
        return new FeedDefinition(
                Identity.under("example.org"),
                Description.titled("News"),
                Display.ofPlaces(20),
                Delivery.POLLED,
                null,
                null,
                new Conventions(List.of(), Map.of(), Titles.STATED, Templates.NONE, Map.of(), null, ids));
    }

    private static Manuscript with(String slug, @Nullable String link, boolean isDraft, Instant published) {
        var text = new ArticleText(
                "About " + slug,
                link,
                List.of(),
                List.of(),
                List.of(),
                new Prose("x", "<p>x</p>"),
                null,
                null,
                null,
                null,
                List.of());
        return new Manuscript(
                NEWS,
                new Slug(slug),
                null,
                "example.org",
                OffsetDateTime.parse(published.toString()),
                null,
                isDraft,
                text,
                null,
                null);
    }

    private static Manuscript with(String slug, @Nullable String link) {
        return with(slug, link, false, Store.START.minusSeconds(60));
    }

    @Test
    void isTheLink() {
        assertThat(publishing.publish(with("one", LINK)).id()).hasToString(LINK);
    }

    @Test
    void isThePageOfAnArticleThatIsNowhereElse() {
        assertThat(publishing.publish(with("one", null)).id())
                .hasToString(feeds.addresses().article(NEWS, new Slug("one")));
    }

    @Test
    void staysWhateverTheLinkBecomes() {
        var id = publishing.publish(with("one", LINK)).id();

        assertThat(publishing
                        .revise(id, with("other", "https://example.org/moved/"))
                        .id())
                .isEqualTo(id);
        assertThat(publishing.revise(id, with("other", null)).id()).isEqualTo(id);
    }

    @Test
    void staysWhenTheFeedIdentifiesOtherwise() {
        var byLink = publishing.publish(with("one", LINK)).id();
        identify(Ids.MINTED);
        var minted = publishing.publish(with("two", "https://example.org/two/")).id();
        identify(Ids.LINK);

        assertThat(minted).hasToString("tag:example.org,2026-06-01:news/two");
        assertThat(publishing.revise(byLink, with("one", LINK)).id()).isEqualTo(byLink);
        assertThat(publishing
                        .revise(minted, with("two", "https://example.org/two/"))
                        .id())
                .isEqualTo(minted);
    }

    @Test
    void isRefusedToASecondArticleWithTheSameLink() {
        publishing.publish(with("one", LINK));

        assertThatThrownBy(() -> publishing.publish(with("two", LINK))).isInstanceOf(IdTaken.class);
        assertThat(publishing.publishAll(List.of(with("three", LINK), with("four", "https://example.org/four/"))))
                .isEmpty();
        assertThat(at("two")).isEmpty();
    }

    @Test
    void isAnotherForAnArticleWhereOneWasThatHasMoved() {
        var moved = publishing.publish(with("one", LINK)).id();
        publishing.revise(moved, with("one", "https://example.org/elsewhere/"));

        assertThat(publishing.publish(with("two", LINK)).id()).hasToString(LINK + "#2");
    }

    @Test
    void isNeverThatOfAWithdrawnArticle() {
        var withdrawn = publishing.publish(with("one", LINK)).id();
        publishing.withdraw(withdrawn);

        assertThat(publishing.publish(with("one", LINK)).id()).hasToString(LINK + "#2");
    }

    @Test
    void isFixedOnlyWhenADraftIsPublished() {
        var draft = publishing.publish(with("one", LINK, true, Store.START)).id();
        var published = publishing.revise(draft, with("one", "https://example.org/final/"));

        assertThat(published.id()).hasToString("https://example.org/final/");
        assertThat(at("one").map(Article::id)).contains(published.id());
        assertThat(selections.select(feeds.find(NEWS).orElseThrow()).entries()).hasSize(1);
    }

    @Test
    void isFreeForOthersWhereADraftGaveItUp() {
        var draft = publishing.publish(with("one", LINK, true, Store.START)).id();
        var published = publishing.revise(draft, with("one", "https://example.org/final/"));
        var other = publishing.publish(with("two", LINK));

        assertThat(other.id()).hasToString(LINK);
        assertThat(published.id()).isNotEqualTo(other.id());
        assertThat(selections.select(feeds.find(NEWS).orElseThrow()).entries())
                .extracting(entry -> entry.id().value())
                .containsExactlyInAnyOrder(LINK, "https://example.org/final/");
    }

    @Test
    void followsAScheduledArticleUntilItAppears() {
        var first = publishing.publish(with("one", LINK, false, TOMORROW)).id();
        var second = publishing.revise(first, with("one", "https://example.org/later/", false, TOMORROW));
        var third = publishing.revise(second.id(), with("one", LINK, false, TOMORROW));
        assertThat(second.id()).hasToString("https://example.org/later/");
        assertThat(third.id()).hasToString(LINK);

        clock.set(TOMORROW.plusSeconds(1));
        assertThat(publishing
                        .revise(third.id(), with("one", "https://example.org/later/", false, TOMORROW))
                        .id())
                .hasToString(LINK);
        assertThat(selections.select(feeds.find(NEWS).orElseThrow()).entries())
                .extracting(entry -> entry.id().value())
                .containsExactly(LINK);
    }

    @Test
    void isTheSameInAFreshStore(@TempDir Path directory) {
        var here = publishing.publish(with("one", LINK)).id();

        try (var fresh = Store.sqlite(directory)) {
            fresh.lifecycle().define(NEWS, definition(Ids.LINK));
            assertThat(fresh.publishing().publish(with("one", LINK)).id()).isEqualTo(here);
        }
    }

    @Test
    void isMintedWhereTheAddressIsTooLongForOne() {
        assertThat(publishing
                        .publish(with("one", "https://example.org/" + "x".repeat(2000)))
                        .id())
                .hasToString("tag:example.org,2026-06-01:news/one");
    }
}
