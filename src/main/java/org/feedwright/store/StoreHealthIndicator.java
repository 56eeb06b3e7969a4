package org.feedwright.store;

import java.time.InstantSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health's {@code store}: whether the store can be read. While it cannot, only documents in memory are served. */
@Component
class StoreHealthIndicator extends AbstractHealthIndicator {
    private final StoreProbe store;
    private final Since since;

    StoreHealthIndicator(StoreProbe store, InstantSource clock) {
        this.store = store;
        this.since = new Since(clock);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        var problem = store.unreadable();
        since.note(problem.isPresent())
                .ifPresent(first -> Since.down(health, problem.orElseThrow(), first, Remedy.of(problem.orElseThrow())));
    }
}
