package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Definitions.retired;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.testing.Definitions;
import org.feedwright.testing.StoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of feeds that had other names before, whichever database keeps them. */
class FormerNamesTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName OLD = new FeedName("old");
    private static final FeedName OLDER = new FeedName("older");

    private FormerNames names;

    @BeforeEach
    void knowNoNames() {
        names = new FormerNames(new JdbcFormerNames(store.jdbc()), clock);
    }

    @Test
    void leadToTheFeedOnceItIsOpen() {
        lifecycle.define(NEWS, formerly(OLD, OLDER, NEWS));
        assertThat(names.successor(OLD)).isEmpty();

        lifecycle.open(NEWS);
        inASecond();
        assertThat(names.successor(OLD)).hasValue(NEWS);
        assertThat(names.successor(OLDER)).hasValue(NEWS);
        assertThat(names.successor(NEWS)).isEmpty();
        assertThat(names.holder(NEWS)).isEmpty();
    }

    @Test
    void leadNowhereWhereAFeedLives() {
        opened(OLD, titled("Old"));
        opened(NEWS, formerly(OLD));
        assertThat(names.holder(OLD)).hasValue(NEWS);
        assertThat(names.successor(OLD)).isEmpty();

        lifecycle.retire(OLD);
        inASecond();
        assertThat(names.successor(OLD)).hasValue(NEWS);

        lifecycle.define(OLD, titled("Old"));
        inASecond();
        assertThat(names.successor(OLD)).isEmpty();
    }

    @Test
    void areThoseOfTheFirstThatClaimsThem() {
        opened(NEWS, formerly(OLD));
        var other = new FeedName("other");
        opened(other, formerly(OLD, OLDER));
        assertThat(names.successor(OLD)).hasValue(NEWS);
        assertThat(names.successor(OLDER)).hasValue(other);

        lifecycle.define(NEWS, titled("News"));
        lifecycle.define(other, formerly(OLD, OLDER));
        inASecond();
        assertThat(names.successor(OLD)).hasValue(other);
    }

    @Test
    void giveAFeedTheIdThatItHadUnderTheFirst() {
        opened(OLD, titled("Old"));
        var id = feed(OLD).id();
        store.jdbc().sql("delete from feed").update();
        opened(NEWS, formerly(OLD, OLDER));
        assertThat(feed(NEWS).id()).isEqualTo(id);

        opened(OLD, titled("Old"));
        assertThat(feed(OLD).id()).as("a feed that comes later").isNotEqualTo(id);
    }

    @Test
    void giveAFeedTheIdOfOneThatHasEnded() {
        opened(OLD, retired());
        opened(NEWS, titled("News"));
        var own = feed(NEWS).id();
        lifecycle.define(NEWS, formerly(OLD));

        assertThat(feed(NEWS).id()).isEqualTo(feed(OLD).id()).isNotEqualTo(own);
        lifecycle.define(NEWS, titled("News"));
        assertThat(feed(NEWS).id()).isEqualTo(feed(OLD).id());
    }

    @Test
    void giveANewFeedTheIdOfOneThatHasEnded() {
        opened(OLD, retired());
        opened(NEWS, formerly(OLD));

        assertThat(feed(NEWS).id()).isEqualTo(feed(OLD).id());
    }

    @Test
    void areGivenByRenaming() {
        opened(OLD, formerly(OLDER));
        var id = publishing.publish(article("a").in("old").done()).id();
        var before = selections.select(feed(OLD));
        store.told();
        lifecycle.rename(OLD, NEWS);
        assertThat(feeds.revisions().get(OLD))
                .as("what other nodes have made of it is outdated")
                .isGreaterThan(before.feed().revision());

        assertThat(feeds.find(OLD)).isEmpty();
        assertThat(feed(NEWS).id()).isEqualTo(before.feed().id());
        var after = selections.select(feed(NEWS));
        assertThat(after.entries()).extracting(Entry::id).containsExactly(id);
        assertThat(after.updated()).isEqualTo(before.updated());
        assertThat(after.modified()).isAfterOrEqualTo(before.modified());
        assertThat(names.successor(OLD)).hasValue(NEWS);
        assertThat(names.successor(OLDER)).hasValue(NEWS);
        assertThat(store.told()).containsExactly(new FeedChanged(NEWS, Set.of()), new FeedChanged(OLD, Set.of()));
    }

    @Test
    void canBeTakenBackByRenamingBack() {
        opened(OLD, titled("Old"));
        lifecycle.rename(OLD, NEWS);
        lifecycle.rename(NEWS, OLD);
        inASecond();

        assertThat(names.successor(NEWS)).hasValue(OLD);
        assertThat(names.successor(OLD)).isEmpty();
        assertThat(names.holder(OLD)).isEmpty();
    }

    @Test
    void areNotGivenToAFeedThatIsThereOrByOneThatIsNot() {
        opened(OLD, titled("Old"));
        opened(NEWS, titled("News"));

        assertThatThrownBy(() -> lifecycle.rename(OLD, NEWS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lifecycle.rename(OLDER, new FeedName("other")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(feeds.all()).extracting(Feed::name).containsExactly(NEWS, OLD);
    }

    @Test
    void areKnownForASecondOrUntilAChangeIsTold() {
        opened(NEWS, titled("News"));
        assertThat(names.successor(OLD)).isEmpty();
        lifecycle.define(NEWS, formerly(OLD));
        assertThat(names.successors()).isEqualTo(Map.of(OLD, NEWS));

        clock.advance(Duration.ofMillis(999));
        assertThat(names.successor(OLD)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(names.successor(OLD)).hasValue(NEWS);

        lifecycle.define(NEWS, formerly(OLDER));
        assertThat(names.successor(OLD)).hasValue(NEWS);
        names.onFeedChanged(new FeedChanged(NEWS, Set.of()));
        assertThat(names.successor(OLD)).isEmpty();

        lifecycle.define(NEWS, formerly(OLD));
        names.onChangeElsewhere();
        assertThat(names.successor(OLD)).hasValue(NEWS);
    }

    @Test
    void giveNoFeedTheIdOfAnother() {
        opened(NEWS, formerly(OLD));
        opened(OLD, titled("Old"));
        lifecycle.rename(OLD, OLDER);
        opened(OLD, titled("Old"));

        assertThat(List.of(feed(NEWS).id(), feed(OLDER).id(), feed(OLD).id()))
                .containsExactly(
                        Feed.mintId("old", "example.org"),
                        Feed.mintId("old~2", "example.org"),
                        Feed.mintId("old~3", "example.org"));
    }

    @Test
    void giveNoFeedTheIdOfOneThatEndsLater() {
        opened(OLD, titled("Old"));
        opened(NEWS, formerly(OLD));
        var own = feed(NEWS).id();
        lifecycle.retire(OLD);

        lifecycle.define(NEWS, stating(null, OLD));

        assertThat(feed(NEWS).definition().title()).isEqualTo("Other news");
        assertThat(feed(NEWS).id()).isEqualTo(own).isNotEqualTo(feed(OLD).id());
    }

    @Test
    void countForNothingWhereAnIdIsStated() {
        opened(OLD, retired());
        opened(NEWS, stating("urn:x:news", OLD));
        assertThat(feed(NEWS).id()).isEqualTo("urn:x:news");

        lifecycle.define(NEWS, titled("News"));
        assertThat(feed(NEWS).id()).as("an id stays").isEqualTo("urn:x:news");

        lifecycle.define(NEWS, stating("urn:x:other", OLD));
        assertThat(feed(NEWS).id()).isEqualTo("urn:x:other");
    }

    private static FeedDefinition stating(@Nullable String id, FeedName former) {
        var plain = titled("Other news");
        return new FeedDefinition(
                new Identity(id, "example.org", List.of(former), List.of()),
                plain.description(),
                plain.display(),
                plain.delivery(),
                null,
                null);
    }

    private static FeedDefinition formerly(FeedName... names) {
        return Definitions.formerly(names);
    }

    private void opened(FeedName name, FeedDefinition definition) {
        lifecycle.define(name, definition);
        lifecycle.open(name);
    }

    private Feed feed(FeedName name) {
        return feeds.find(name).orElseThrow();
    }

    private void inASecond() {
        clock.advance(Duration.ofSeconds(1));
    }
}
