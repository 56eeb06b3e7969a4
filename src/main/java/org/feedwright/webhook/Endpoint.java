package org.feedwright.webhook;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;

/**
 * Somebody who is told.
 *
 * @param name by which an operator knows it; everything but the settings calls it so, for its address may be a secret
 * @param secrets each of them signs every request, so that one can be replaced by another
 * @param feeds the feeds of which it is told; none for all
 */
record Endpoint(String name, URI address, List<Secret> secrets, Set<FeedName> feeds, Set<EventType> types) {
    boolean wants(EventType type) {
        return types.contains(type);
    }

    boolean wantsAllFeeds() {
        return feeds.isEmpty();
    }

    /** @param names of one feed */
    boolean wants(Set<FeedName> names) {
        return wantsAllFeeds() || feeds.stream().anyMatch(names::contains);
    }

    /** The signatures of an attempt, as {@code webhook-signature} has them. */
    String sign(String id, long timestamp, byte[] body) {
        return secrets.stream().map(secret -> secret.sign(id, timestamp, body)).collect(Collectors.joining(" "));
    }

    /** The name and the host, for people. */
    @Override
    public String toString() {
        return name + " (" + address.getHost() + ")";
    }
}
