package org.feedwright.git;

import java.util.Objects;
import org.feedwright.store.Since;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Health's {@code git}: whether what authors push arrives. What is published stays, so this says nothing of readiness. */
final class GitHealthIndicator extends AbstractHealthIndicator {
    private final GitFolder folder;

    GitHealthIndicator(GitFolder folder) {
        this.folder = folder;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var state = folder.state();
        health.up();
        if (state.commit() != null && state.pulled() != null) {
            health.withDetail("commit", state.commit())
                    .withDetail("pulled", state.pulled().toString());
        }
        var failure = state.failure();
        if (failure != null) {
            Since.down(
                    health,
                    "The repository cannot be pulled, and what is published stays: " + failure.getMessage() + ".",
                    Objects.requireNonNull(state.since()),
                    failure.remedy());
        }
    }
}
