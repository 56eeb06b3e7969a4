package org.feedwright.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Says now and then how far long work has come. */
public final class BackupProgress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Consumer<String> lines;
    private Instant said;

    /** @param lines gets the sentences */
    public BackupProgress(InstantSource clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
        this.said = clock.instant();
    }

    /**
     * Tells how much is done, if it was some time ago that anything was said.
     *
     * @param what such as {@code "Backing up the table article"}
     */
    void at(String what, long done, long total, String noun) {
        var now = clock.instant();
        if (said.plus(PAUSE).isBefore(now)) {
            said = now;
            lines.accept(String.format(Locale.ROOT, "%s: %,d of %,d %s", what, done, total, noun));
        }
    }

    /** Tells it in any case. */
    void say(String sentence) {
        lines.accept(sentence);
        said = clock.instant();
    }
}
