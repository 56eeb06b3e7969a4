package org.feedwright.export;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Says now and then how far a long export has come. */
final class ExportProgress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final IncrementalFiles copies;
    private final InstantSource clock;
    private final Consumer<String> progress;
    private Instant said;

    ExportProgress(IncrementalFiles copies, InstantSource clock, Consumer<String> progress) {
        this.copies = copies;
        this.clock = clock;
        this.progress = progress;
        this.said = clock.instant();
    }

    synchronized void look() {
        var now = clock.instant();
        if (said.plus(PAUSE).isBefore(now)) {
            said = now;
            progress.accept(String.format(Locale.ROOT, "%,d written, %,d unchanged", copies.written(), copies.kept()));
        }
    }
}
