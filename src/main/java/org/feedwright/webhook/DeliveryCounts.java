package org.feedwright.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What has become of attempts since the start of this process. */
final class DeliveryCounts {
    /** What can become of one. */
    enum Kind {
        DELIVERED,
        FAILED,
        ABANDONED
    }

    private record Key(String endpoint, Kind kind) {}

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    void delivered(Endpoint endpoint) {
        add(endpoint, Kind.DELIVERED);
    }

    void failed(Endpoint endpoint) {
        add(endpoint, Kind.FAILED);
    }

    void abandoned(Endpoint endpoint) {
        add(endpoint, Kind.ABANDONED);
    }

    private void add(Endpoint endpoint, Kind kind) {
        counts.computeIfAbsent(new Key(endpoint.name(), kind), _ -> new LongAdder())
                .increment();
    }

    long count(String endpoint, Kind kind) {
        var count = counts.get(new Key(endpoint, kind));
        return count == null ? 0 : count.sum();
    }
}
