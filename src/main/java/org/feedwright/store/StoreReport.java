package org.feedwright.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the store to whoever runs the service.
 *
 * @param place SQLite's file, or the address of the database, without a password
 * @param answer what it has answered; null if it did not answer
 * @param waiting how many writers of this process wait for their turn
 */
public record StoreReport(String place, @Nullable Answer answer, int waiting) {
    /**
     * What a store says of itself.
     *
     * @param product such as "SQLite 3.50.4"
     * @param schema the version of its tables
     * @param bytes what it takes on the disk
     * @param latency how long it took to say one of these things
     */
    public record Answer(String product, String schema, long bytes, Duration latency) {}

    /** Whoever makes such a report. It takes a second at most, and a store that is away gives no answer. */
    @FunctionalInterface
    public interface Reporter {
        StoreReport report();
    }
}
