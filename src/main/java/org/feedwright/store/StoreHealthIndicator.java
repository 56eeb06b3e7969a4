package org.feedwright.store;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health's {@code store}: whether the store can be read. While it cannot, only documents in memory are served. */
@Component
class StoreHealthIndicator extends AbstractHealthIndicator {
    private final StoreProbe store;

    StoreHealthIndicator(StoreProbe store) {
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var problem = store.unreadable();
        if (problem.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("problem", problem.get());
        }
    }
}
