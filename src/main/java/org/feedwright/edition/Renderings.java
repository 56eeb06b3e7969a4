package org.feedwright.edition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.feedwright.document.FeedFormat;

/**
 * How many documents have been made since the start, how long that took with the reading of the store, and how many are
 * being made.
 */
public final class Renderings {
    private final Map<FeedFormat, Tally> formats = new EnumMap<>(FeedFormat.class);
    private final AtomicInteger underWay = new AtomicInteger();

    private record Tally(LongAdder documents, LongAdder nanoseconds) {}

    Renderings() {
        for (var format : FeedFormat.values()) {
            formats.put(format, new Tally(new LongAdder(), new LongAdder()));
        }
    }

    /** Has a document made, and counts it if there is one. */
    EditionLookup count(FeedFormat format, Supplier<EditionLookup> making) {
        long begun = System.nanoTime();
        underWay.incrementAndGet();
        try {
            var made = making.get();
            if (made instanceof Edition) {
                tally(format).documents().increment();
                tally(format).nanoseconds().add(System.nanoTime() - begun);
            }
            return made;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Tally tally(FeedFormat format) {
        return Objects.requireNonNull(formats.get(format));
    }

    public long count(FeedFormat format) {
        return tally(format).documents().sum();
    }

    /** The time that all of them took. */
    public double seconds(FeedFormat format) {
        return (double) tally(format).nanoseconds().sum() / TimeUnit.SECONDS.toNanos(1);
    }

    /** How many documents are being made just now. */
    public int underWay() {
        return underWay.get();
    }
}
