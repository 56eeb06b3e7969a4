package org.feedwright.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.feedwright.article.FeedName;
import org.feedwright.store.nodes.ChangeListener;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The former names of feeds. A feed's former addresses lead to it, unless another feed has that name now.
 *
 * <p>All names are kept in memory, because they are few, and a request for an unknown name must not cost a statement. A
 * change by this node is known at once, one by another node when it tells, and else within a second.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // before editions are outdated, whose readers may be looking for a former name
public class FormerNames implements ChangeListener {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final JdbcFormerNames store;
    private final InstantSource clock;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());

    FormerNames(JdbcFormerNames store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param until when the names must be read again */
    private record Known(Map<FeedName, FeedName> leading, Instant until) {
        static Known nothing() {
            return new Known(Map.of(), Instant.MIN);
        }
    }

    /** The feed that had this name, if no living feed has it now. */
    public Optional<FeedName> successor(FeedName name) {
        var now = clock.instant();
        var current = known.get();
        if (!now.isBefore(current.until())) {
            var read = new Known(store.leading(), now.plus(KNOWN_FOR));
            known.compareAndSet(current, read); // unless something has changed since it was read
            current = read;
        }
        return Optional.ofNullable(current.leading().get(name));
    }

    /** The former names that no living feed has now, each with the feed that had it. */
    public Map<FeedName, FeedName> successors() {
        return store.leading();
    }

    /** The feed that claims a former name, whether another feed has it now or not. */
    public Optional<FeedName> holder(FeedName name) {
        return store.holder(name);
    }

    /** Gives a feed these former names and no others, without its own name and those that other feeds claim. */
    public void claim(FeedName feed, List<FeedName> names) {
        store.claim(feed, names.stream().filter(name -> !name.equals(feed)).toList());
    }

    /** Notes that a feed has another name. */
    public void rename(FeedName from, FeedName to) {
        store.rename(from, to);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onFeedChanged(FeedChanged event) {
        onChangeElsewhere();
    }

    @Override
    public void onChangeElsewhere() {
        // A new one, or a reading that began before the last change would be taken for one that began after it.
        known.set(Known.nothing());
    }
}
