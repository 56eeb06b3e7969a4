package org.feedwright.feed;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;

/** Which id a feed has: the one that its publisher states, else the one that it had, under whatever name. */
public final class FeedIdentity {
    private FeedIdentity() {}

    /**
     * That of a feed that is not stored: minted of the first name that it had, so that a fresh store gives the
     * id that it had then. No two feeds get the same.
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

    /** That of a feed that is defined anew, and may turn out to be the continuation of one that has ended. */
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
