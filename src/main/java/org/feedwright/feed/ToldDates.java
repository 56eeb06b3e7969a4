package org.feedwright.feed;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The latest date of a document ({@code Last-Modified}) that this process has told a reader. A date is told a second
 * after it at the earliest, so while the clock goes on, no change gets one that was told before.
 */
@Component
public class ToldDates {
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE); // epoch milliseconds

    /** Notes a date that a reader is told. */
    public void tell(Instant date) {
        latest.accumulateAndGet(date.toEpochMilli(), Math::max);
    }

    /** Whether a reader may have been told this date, because the clock was set back since. */
    public boolean mayInclude(Instant date) {
        return date.toEpochMilli() <= latest.get();
    }
}
