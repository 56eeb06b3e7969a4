package org.feedwright.webhook;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;

/**
 * Health's {@code webhooks}: how it goes with each receiver. It is up however that is: a node must not be taken away from
 * readers because somebody else's service is away.
 */
final class WebhookHealthIndicator extends AbstractHealthIndicator {
    private final Webhooks webhooks;

    WebhookHealthIndicator(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        try {
            tell(health);
        } catch (DataAccessException _) {
            health.withDetail("warning", "It is not known while the store does not answer"); // which is said elsewhere
        }
    }

    private void tell(Health.Builder health) {
        var states = webhooks.states();
        states.forEach(state -> health.withDetail(state.name(), state.line()));
        var failing = states.stream()
                .filter(EndpointState::isFailing)
                .map(EndpointState::name)
                .toList();
        if (!failing.isEmpty()) {
            health.withDetail("warning", "Not reached: " + String.join(", ", failing));
        }
    }
}
