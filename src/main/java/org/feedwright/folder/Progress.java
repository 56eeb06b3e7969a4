package org.feedwright.folder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on the log how far a long reading of the folder has come. */
final class Progress {
    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final int LONG = 50;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final int total;
    private volatile int done;
    private Instant said;

    Progress(int total, InstantSource clock) {
        this.clock = clock;
        this.total = total;
        this.said = clock.instant();
    }

    /** Whether there is so much to do that single files are not worth a line. */
    boolean isLong() {
        return total > LONG;
    }

    /** How many files are left; other threads may ask. */
    int left() {
        return Math.max(0, total - done);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread adds
    void add(int files) {
        done += files;
        var now = clock.instant();
        if (isLong() && (done == total || said.plus(PAUSE).isBefore(now))) {
            said = now;
            log.info("{}", String.format(Locale.ROOT, "Reading the folder: %,d of %,d files", done, total));
        }
    }
}
