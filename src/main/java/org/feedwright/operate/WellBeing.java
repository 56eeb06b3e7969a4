package org.feedwright.operate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.operate.Words.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/** What health says, part by part. */
@Component
final class WellBeing {
    private final ObjectProvider<HealthContributorRegistry> registry;

    WellBeing(ObjectProvider<HealthContributorRegistry> registry) {
        this.registry = registry;
    }

    /**
     * Something that is wrong.
     *
     * @param what a sentence
     * @param since null where nobody knows
     * @param remedy what to do, in a sentence; null where nobody knows
     */
    record Trouble(
            String part,
            String what,
            @Nullable Time since,
            @Nullable String remedy) {}

    /** The names of the parts. */
    List<String> parts() {
        return indicators().map(HealthContributors.Entry::name).sorted().toList();
    }

    boolean isUp(String part) {
        return indicators().filter(entry -> entry.name().equals(part)).allMatch(entry -> isUp(health(entry)));
    }

    private static Health health(HealthContributors.Entry entry) {
        var health = ((HealthIndicator) entry.contributor()).health();
        return health == null ? Health.unknown().build() : health;
    }

    private static boolean isUp(Health health) {
        return health.getStatus().equals(Status.UP);
    }

    List<Trouble> troubles() {
        return indicators()
                .flatMap(entry -> trouble(entry.name(), health(entry)).stream())
                .toList();
    }

    private static Optional<Trouble> trouble(String part, Health health) {
        if (isUp(health)) {
            return Optional.empty();
        }
        var details = health.getDetails();
        return Optional.of(new Trouble(
                part,
                Objects.requireNonNullElse(text(details, "problem"), "Health says " + health.getStatus() + "."),
                since(text(details, "since")),
                text(details, "remedy")));
    }

    private static @Nullable Time since(@Nullable String text) {
        try {
            return text == null ? null : Time.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable String text(Map<String, Object> details, String name) {
        return details.get(name) instanceof String text ? text : null;
    }

    private Stream<HealthContributors.Entry> indicators() {
        return registry.stream()
                .flatMap(HealthContributors::stream)
                .filter(entry -> entry.contributor() instanceof HealthIndicator);
    }
}
