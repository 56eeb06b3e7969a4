package org.feedwright.feed;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;

/** Decides the id of a feed: the one that its publisher states, else the one that the feed has had under any name. */
public final class FeedIdentity {
    private FeedIdentity() {}

    /**
     * The id of a feed that is not stored yet. It is minted of the feed's first name, so that a fresh store gives the
     * same id. No two feeds get the same.
     */
    public static String first(FeedName name, FeedDefinition definition, JdbcFeeds store) {
        return stated(definition)
                .or(() -> inherited(definition, store))
                .or(() -> names(name, definition)
                        .map(called -> Feed.mintId(called, definition.identity().authority()))
                        .filter(id -> !store.hasId(id))
                        .findFirst())
                .orElseThrow();
    }

    /** The id of a feed with a new definition, which may state that it continues a feed that has ended. */
    public static String next(Feed before, FeedDefinition definition, JdbcFeeds store) {
        boolean isNews = !before.definition().formerly().containsAll(definition.formerly());
        return stated(definition)
                .or(() -> isNews ? inherited(definition, store) : Optional.empty())
                .orElse(before.id());
    }

    private static Optional<String> stated(FeedDefinition definition) {
        return Optional.ofNullable(definition.identity().id());
    }

    private static Optional<String> inherited(FeedDefinition definition, JdbcFeeds store) {
        return definition.formerly().stream()
                .flatMap(name -> store.find(name).stream())
                .filter(Feed::isRetired)
                .map(Feed::id)
                .findFirst();
    }

    private static Stream<String> names(FeedName name, FeedDefinition definition) {
        return Stream.concat(
                Stream.of(definition.firstName(name).value(), name.value()),
                IntStream.iterate(2, attempt -> attempt + 1).mapToObj(attempt -> name + "~" + attempt));
    }
}
