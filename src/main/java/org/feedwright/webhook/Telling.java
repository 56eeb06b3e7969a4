package org.feedwright.webhook;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FormerNames;
import org.feedwright.store.TransactionScoped;

/** Stores what is told to whom, in the transaction in which it happens; it is sent after the commit. */
final class Telling {
    private final Collection<Endpoint> endpoints;
    private final FormerNames formerNames;
    private final JdbcDeliveries deliveries;
    private final JdbcSchedule schedule;
    private final InstantSource clock;

    Telling(
            Collection<Endpoint> endpoints,
            FormerNames formerNames,
            JdbcDeliveries deliveries,
            JdbcSchedule schedule,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.formerNames = formerNames;
        this.deliveries = deliveries;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Tells whoever wants to know.
     *
     * @param about the id of the article or the feed; what has the same is told in its order
     * @param json made only if anybody wants to know
     */
    void tell(EventType type, FeedName feed, String about, Supplier<String> json) {
        var wanting = wanting(type, feed);
        if (wanting.isEmpty()) {
            return;
        }
        var now = clock.instant();
        String body = json.get();
        var ids = new ArrayList<String>();
        for (var endpoint : wanting) {
            String id = Message.newId();
            deliveries.add(id, endpoint, about, body, now);
            ids.add(id);
        }
        TransactionScoped.of(this, Sending.class, Sending::new);
        schedule.deliveries(ids, now);
    }

    private List<Endpoint> wanting(EventType type, FeedName feed) {
        var interested =
                endpoints.stream().filter(endpoint -> endpoint.wants(type)).toList();
        if (interested.stream().allMatch(Endpoint::wantsAllFeeds)) {
            return interested;
        }
        var names = names(feed);
        return interested.stream().filter(endpoint -> endpoint.wants(names)).toList();
    }

    /** All that the feed is or was called: a receiver that names it in the settings is told of it after a rename too. */
    private Set<FeedName> names(FeedName feed) {
        var names = formerNames.successors().entrySet().stream()
                .filter(former -> former.getValue().equals(feed))
                .map(former -> former.getKey())
                .collect(Collectors.toCollection(HashSet::new));
        names.add(feed);
        return names;
    }

    /** Looks for what is due once the transaction has been committed. */
    private final class Sending extends TransactionScoped {
        Sending() {
            super(Telling.this);
        }

        @Override
        public void afterCommit() {
            schedule.lookNow();
        }
    }
}
