package org.feedwright.feed;

import java.time.InstantSource;
import org.feedwright.store.Since;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health's {@code firstLook}: whether the folder has been looked through since the start. */
@Component
class FirstLookHealthIndicator extends AbstractHealthIndicator {
    private final FirstLook firstLook;
    private final Since since;

    FirstLookHealthIndicator(FirstLook firstLook, InstantSource clock) {
        this.firstLook = firstLook;
        this.since = new Since(clock);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        since.note(firstLook.isUnderWay())
                .ifPresent(first -> Since.down(
                                health,
                                "The folder has not been looked through since the start.",
                                first,
                                "Wait: the log says how far it is. If it does not come to its end, the part 'publishing' says"
                                        + " why.")
                        .outOfService());
    }
}
