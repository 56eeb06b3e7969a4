package org.feedwright.webhook;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.dao.DataAccessException;

/** A line on the operator's page for each receiver. */
final class WebhookLines implements InfoContributor {
    private final Webhooks webhooks;

    WebhookLines(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void contribute(Info.Builder info) {
        try {
            webhooks.states().forEach(state -> info.withDetail("Webhook " + state.name(), state.line()));
        } catch (DataAccessException _) {
            info.withDetail("Webhooks", "not known while the store does not answer");
        }
    }
}
