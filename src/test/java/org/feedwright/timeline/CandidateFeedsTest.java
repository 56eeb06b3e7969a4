package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.selecting;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.article.Stored;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.Selector;
import org.junit.jupiter.api.Test;

class CandidateFeedsTest {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName SELECTED = new FeedName("selected");
    private static final LogicalFeed METALS = LogicalFeed.of(NEWS, new Category("Metals"));
    private static final LogicalFeed OTHER = LogicalFeed.of(new FeedName("other"));
    private static final Selector ABOUT_METALS = new Selector(List.of(), List.of("metals"), List.of(), List.of(), null);

    private static final Feed COMPOSED = feed("selected", selecting(ABOUT_METALS), false, false);

    @Test
    void haveTheLogicalFeedsOfTheirOwnFeedAndOfThoseThatTakeOfIt() {
        var feeds = feeds(feed("news", withWindow(3), true, false));

        assertThat(feeds.has(METALS)).isTrue();
        assertThat(feeds.isOpen(METALS)).isTrue();
        assertThat(feeds.window(METALS)).isEqualTo(3);
        assertThat(feeds.has(LogicalFeed.of(SELECTED))).isTrue();
        assertThat(feeds.isOpen(LogicalFeed.of(SELECTED))).isFalse();
        assertThat(feeds.window(LogicalFeed.of(SELECTED))).isEqualTo(20);
    }

    @Test
    void knowNothingOfOthers() {
        var feeds = feeds(feed("news", withWindow(3), true, false));
        var undefined = new CandidateFeeds(NEWS, Optional.empty(), List.of(COMPOSED));

        assertThat(feeds.has(OTHER)).isFalse();
        assertThat(feeds.isOpen(OTHER)).isFalse();
        assertThat(feeds.window(OTHER)).isEqualTo(20);
        assertThat(undefined.has(METALS)).isFalse();
        assertThat(undefined.isOpen(METALS)).isFalse();
    }

    @Test
    void takeAnArticleIntoItsFeedItsPartsAndTheFeedsThatWantIt() {
        var feeds = feeds(feed("news", titled("News"), true, false));

        assertThat(feeds.logicalFeeds(stored("Metals")))
                .containsExactly(
                        LogicalFeed.of(NEWS),
                        METALS,
                        LogicalFeed.of(NEWS, Person.named("Ann Author")),
                        LogicalFeed.of(SELECTED));
        assertThat(feeds.logicalFeeds(stored("Energy"))).doesNotContain(LogicalFeed.of(SELECTED));
    }

    @Test
    void takeNothingOfAFeedThatIsNotOpenOrHasEnded() {
        for (var own : List.of(feed("news", titled("News"), false, false), feed("news", titled("News"), true, true))) {
            assertThat(feeds(own).logicalFeeds(stored("Metals")))
                    .contains(METALS)
                    .doesNotContain(LogicalFeed.of(SELECTED));
        }
    }

    @Test
    void takeAnArticleIntoItsFeedAloneWhileThatIsNotDefined() {
        var feeds = new CandidateFeeds(NEWS, Optional.empty(), List.of(COMPOSED));

        assertThat(feeds.logicalFeeds(stored("Metals"))).containsExactly(LogicalFeed.of(NEWS));
    }

    private static CandidateFeeds feeds(Feed own) {
        return new CandidateFeeds(NEWS, Optional.of(own), List.of(COMPOSED));
    }

    private static Feed feed(String name, FeedDefinition definition, boolean isOpen, boolean isRetired) {
        return new Feed(
                new FeedName(name), "urn:x:" + name, definition, Instant.EPOCH, Instant.EPOCH, isOpen, isRetired, 0);
    }

    private static Article stored(String category) {
        return Stored.of(article("a").about(category).done(), new ArticleId("urn:x:a"));
    }
}
