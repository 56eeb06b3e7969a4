package org.feedwright.webhook;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.feedwright.store.Recent;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The meters of webhooks. The store is asked once for all of them: while it is away, each question takes a second. */
final class WebhookMeters implements MeterBinder {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Webhooks webhooks;
    private final Recent<Map<String, EndpointState>> states;

    WebhookMeters(Webhooks webhooks) {
        this.webhooks = webhooks;
        this.states = new Recent<>(this::states, FRESH);
    }

    /** Empty while the store does not answer. */
    private Map<String, EndpointState> states() {
        try {
            return webhooks.states().stream().collect(Collectors.toMap(EndpointState::name, Function.identity()));
        } catch (DataAccessException _) {
            return Map.of();
        }
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
        Gauge.builder(meter, states, all -> value(all.get().get(name), value))
                .description(description)
                .tag("endpoint", name)
                .register(registry);
    }

    private static double value(@Nullable EndpointState state, ToDoubleFunction<EndpointState> value) {
        return state == null ? Double.NaN : value.applyAsDouble(state);
    }
}
