package org.feedwright.webhook;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;

/** The meters of webhooks. */
final class WebhookMeters implements MeterBinder {
    private final Webhooks webhooks;

    WebhookMeters(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : webhooks.names()) {
            for (var kind : DeliveryCounts.Kind.values()) {
                FunctionCounter.builder("feedwright.webhook.attempts", webhooks, all -> all.count(name, kind))
                        .description("Attempts of this process to tell a receiver, by what became of them")
                        .tag("endpoint", name)
                        .tag("outcome", kind.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            gauge(registry, "feedwright.webhook.waiting", "What is still to be told", name, EndpointState::waiting);
            gauge(
                    registry,
                    "feedwright.webhook.failing",
                    "Whether the last attempt has failed",
                    name,
                    state -> state.isFailing() ? 1 : 0);
        }
    }

    private void gauge(
            MeterRegistry registry,
            String meter,
            String description,
            String name,
            ToDoubleFunction<EndpointState> value) {
        Gauge.builder(meter, webhooks, all -> value(all, name, value))
                .description(description)
                .tag("endpoint", name)
                .register(registry);
    }

    private static double value(Webhooks webhooks, String name, ToDoubleFunction<EndpointState> value) {
        try {
            return webhooks.states().stream()
                    .filter(state -> state.name().equals(name))
                    .mapToDouble(value)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
