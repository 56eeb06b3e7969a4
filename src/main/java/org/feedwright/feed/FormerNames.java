package org.feedwright.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What feeds were called before. Their old addresses lead to them, unless another feed lives there now.
 *
 * <p>All names are kept in memory, for they are few, and whoever asks for what is not there must not cost a
 * statement. A change here is known at once, and one by another node within a second.
 */
@Component
public class FormerNames {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final JdbcFormerNames store;
    private final InstantSource clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    FormerNames(JdbcFormerNames store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param until when it must be asked for again */
    private record Known(Map<FeedName, FeedName> leading, Instant until) {}

    /** The feed that had this name before, if no living feed has it now. */
    public Optional<FeedName> successor(FeedName name) {
        var now = clock.instant();
        var current = known;
        if (!now.isBefore(current.until())) {
            current = new Known(store.leading(), now.plus(KNOWN_FOR));
            known = current;
        }
        return Optional.ofNullable(current.leading().get(name));
    }

    /** Where each name leads that no living feed has now. */
    public Map<FeedName, FeedName> successors() {
        return store.leading();
    }

    /** The feed that says that it had this name before, whether another one has it now or not. */
    public Optional<FeedName> holder(FeedName name) {
        return store.holder(name);
    }

    /** Gives a feed these names and no others, but for its own and those that another feed has. */
    public void claim(FeedName feed, List<FeedName> names) {
        store.claim(feed, names.stream().filter(name -> !name.equals(feed)).toList());
    }

    /** Notes that a feed has got another name. */
    public void rename(FeedName from, FeedName to) {
        store.rename(from, to);
    }

    @EventListener
    void onFeedChanged(FeedChanged event) {
        known = new Known(Map.of(), Instant.MIN);
    }
}
