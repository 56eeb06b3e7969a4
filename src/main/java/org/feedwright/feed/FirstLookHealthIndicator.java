package org.feedwright.feed;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health's {@code firstLook}: whether the folder has been looked through since the start. */
@Component
class FirstLookHealthIndicator extends AbstractHealthIndicator {
    private final FirstLook firstLook;

    FirstLookHealthIndicator(FirstLook firstLook) {
        this.firstLook = firstLook;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (firstLook.isUnderWay()) {
            health.outOfService().withDetail("problem", "The folder has not been looked through since the start.");
        } else {
            health.up();
        }
    }
}
