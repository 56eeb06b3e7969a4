package org.feedwright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feedwright.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the attempts of deliveries, and decides what comes of them. */
final class Delivering {
    private static final Logger log = LoggerFactory.getLogger(Delivering.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Map<String, Endpoint> endpoints;
    private final JdbcDeliveries deliveries;
    private final Sender sender;
    private final RetryPolicy policy;
    private final Pauses pauses;
    private final Jitter jitter;
    private final DeliveryCounts counts;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Those whose failures have been logged; one line is enough for all that waits for them. */
    private final Set<String> troubled = ConcurrentHashMap.newKeySet();

    Delivering(
            Map<String, Endpoint> endpoints,
            JdbcDeliveries deliveries,
            Sender sender,
            RetryPolicy policy,
            Jitter jitter,
            DeliveryCounts counts,
            Transactions transactions,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sender = sender;
        this.policy = policy;
        this.pauses = new Pauses(policy);
        this.jitter = jitter;
        this.counts = counts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes an attempt, if it is time for it; returns the time of the next, empty if there is none. */
    Optional<Instant> attempt(String id) {
        return deliveries.find(id).flatMap(delivery -> {
            var endpoint = endpoints.get(delivery.endpoint());
            return endpoint == null ? forget(delivery) : attempt(delivery, endpoint);
        });
    }

    private Optional<Instant> forget(Delivery delivery) {
        if (troubled.add(delivery.endpoint())) {
            log.warn(
                    "The webhook {} is not in the settings any more; what waited for it is not sent",
                    delivery.endpoint());
        }
        transactions.write(() -> deliveries.remove(delivery));
        return Optional.empty();
    }

    private Optional<Instant> attempt(Delivery delivery, Endpoint endpoint) {
        var now = clock.instant();
        return pauses.end(endpoint.name(), now)
                .map(end -> jitter.after(now, end))
                .or(() -> deliveries
                        .dueBefore(delivery)
                        .map(before -> later(before, now).plus(SOON)))
                .or(() -> settle(delivery, endpoint, send(delivery, endpoint)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Outcome send(Delivery delivery, Endpoint endpoint) {
        try {
            return sender.send(endpoint, delivery.id(), delivery.json());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service ends before " + endpoint + " has answered", e);
        }
    }

    private Optional<Instant> settle(Delivery delivery, Endpoint endpoint, Outcome outcome) {
        var now = clock.instant();
        return switch (outcome) {
            case Outcome.Delivered _ -> delivered(delivery, endpoint, now);
            case Outcome.Gone _ -> abandon(delivery, endpoint, "it answers 410 Gone: take it out of the settings", now);
            case Outcome.Failed failed -> failed(delivery, endpoint, failed, now);
        };
    }

    private Optional<Instant> delivered(Delivery delivery, Endpoint endpoint, Instant now) {
        transactions.write(() -> {
            deliveries.remove(delivery);
            deliveries.noteSuccess(endpoint.name(), now);
        });
        pauses.end(endpoint.name());
        counts.delivered(endpoint);
        if (troubled.remove(endpoint.name())) {
            log.info("The webhook {} is told again", endpoint);
        }
        return Optional.empty();
    }

    private Optional<Instant> failed(Delivery delivery, Endpoint endpoint, Outcome.Failed failed, Instant now) {
        counts.failed(endpoint);
        if (failed.isAway()) {
            pauses.begin(endpoint.name(), now, failed);
        } else {
            pauses.end(endpoint.name());
        }
        var next = policy.next(delivery.attempts() + 1, delivery.created(), now, failed.notBefore())
                .map(time -> jitter.after(now, time));
        if (next.isEmpty()) {
            return abandon(delivery, endpoint, failed.reason(), now);
        }
        transactions.write(() -> {
            deliveries.putOff(delivery, next.get());
            deliveries.noteFailure(endpoint.name(), failed.reason(), now);
        });
        if (troubled.add(endpoint.name())) {
            log.warn("The webhook {} could not be told: {}. It is tried again", endpoint, failed.reason());
        }
        return next;
    }

    private Optional<Instant> abandon(Delivery delivery, Endpoint endpoint, String reason, Instant now) {
        transactions.write(() -> {
            deliveries.remove(delivery);
            deliveries.noteFailure(endpoint.name(), reason, now);
            deliveries.noteGivenUp(endpoint.name(), now);
        });
        counts.abandoned(endpoint);
        log.warn("The webhook {} is not told of {}, which is given up: {}", endpoint, delivery.article(), reason);
        return Optional.empty();
    }
}
