package org.feedwright.operate;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes its time to find out, and is asked for several times at once. */
final class Recent<T> {
    private final Supplier<T> source;
    private final long fresh;
    private @Nullable Known<T> known; // guarded by this

    private record Known<T>(T value, long at) {}

    /** @param fresh how long it need not be found out anew */
    Recent(Supplier<T> source, Duration fresh) {
        this.source = source;
        this.fresh = fresh.toNanos();
    }

    synchronized T get() {
        var last = known;
        if (last == null || System.nanoTime() - last.at() > fresh) {
            last = new Known<>(source.get(), System.nanoTime());
            known = last;
        }
        return last.value();
    }
}
