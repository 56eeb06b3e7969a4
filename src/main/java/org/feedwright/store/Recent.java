package org.feedwright.store;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the store takes its time to tell, and is asked for several times at once, as by each meter of one scrape. */
public final class Recent<T> {
    private final Supplier<T> source;
    private final long fresh;
    private @Nullable Known<T> known; // guarded by this

    private record Known<T>(T value, long at) {}

    /** @param fresh how long it need not be found out anew */
    public Recent(Supplier<T> source, Duration fresh) {
        this.source = source;
        this.fresh = fresh.toNanos();
    }

    public synchronized T get() {
        var last = known;
        if (last == null || System.nanoTime() - last.at() > fresh) {
            last = new Known<>(source.get(), System.nanoTime());
            known = last;
        }
        return last.value();
    }
}
