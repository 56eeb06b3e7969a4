package org.feedwright.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final LastLook lastLook;
    private final StoreProbe store;

    PublishingHealthIndicator(FolderSettings settings, LastLook lastLook, StoreProbe store) {
        this.folder = settings.folder();
        this.lastLook = lastLook;
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        lastLook.failure().ifPresent(failure -> {
            down(health, failure.reason());
            health.withDetail("since", failure.since().toString());
        });
        store.unwritable().ifPresent(reason -> down(health, reason));
        if (isFull()) {
            health.down()
                    .withDetail(
                            "folder",
                            "The disk that holds the folder is full, and what is saved there may be cut off.");
        }
    }

    private static void down(Health.Builder health, String reason) {
        health.down().withDetail("problem", reason + " What is saved is published as soon as that is over.");
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
