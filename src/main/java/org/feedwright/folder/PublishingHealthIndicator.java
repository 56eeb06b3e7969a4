package org.feedwright.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.feedwright.store.Remedy;
import org.feedwright.store.Since;
import org.feedwright.store.StoreProbe;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Health's {@code publishing}: whether what authors save is published. While it is not, readers are served
 * what was, so this says nothing of readiness.
 */
@Component
class PublishingHealthIndicator extends AbstractHealthIndicator {
    /** Less room than a text takes. */
    private static final long LEAST_ROOM = 64 * 1024;

    private final Path folder;
    private final boolean isWatched;
    private final LastLook lastLook;
    private final StoreProbe store;
    private final Since noticed;

    PublishingHealthIndicator(FolderSettings settings, LastLook lastLook, StoreProbe store, InstantSource clock) {
        this.folder = settings.folder();
        this.isWatched = settings.authoring().watch();
        this.lastLook = lastLook;
        this.store = store;
        this.noticed = new Since(clock);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        var failure = lastLook.failure();
        var problem = store.unwritable()
                .or(() -> failure.map(LastLook.Failure::reason))
                .or(this::missing)
                .or(this::full);
        noticed.note(problem.isPresent())
                .map(first -> failure.map(LastLook.Failure::since).orElse(first))
                .ifPresent(since -> down(health, problem.orElseThrow(), since));
    }

    private static void down(Health.Builder health, String problem, Instant since) {
        Since.down(health, problem + " What is saved is published as soon as that is over.", since, Remedy.of(problem));
    }

    /** A mount that is not there fails no look: what is stored stays as it is. */
    private Optional<String> missing() {
        return isWatched && !Files.isDirectory(folder)
                ? Optional.of(
                        "The folder " + folder.toAbsolutePath() + " is not there, and what is stored stays published.")
                : Optional.empty();
    }

    private Optional<String> full() {
        return isFull()
                ? Optional.of("The disk that holds the folder is full, and what is saved there may be cut off.")
                : Optional.empty();
    }

    private boolean isFull() {
        try {
            var disk = Files.getFileStore(folder);
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < LEAST_ROOM; // some do not tell
        } catch (IOException _) {
            return false; // a folder that is not there has no disk
        }
    }
}
