package org.feedwright.folder;

import java.io.IOException;
import java.util.Set;
import org.feedwright.authoring.Quarantine;
import org.feedwright.timeline.FeedLifecycle;
import org.springframework.stereotype.Component;

/** One look at the folder, for commands that end: it takes in what a start of the service would. */
@Component
public class FolderLook {
    /** A file that is being written just now, or takes long to be read, is waited for, but not for ever. */
    private static final int LOOKS = 100;

    private static final int PAUSE = 100; // milliseconds

    private final FolderSync sync;
    private final FeedLifecycle lifecycle;
    private final Quarantine quarantine;
    private final Warnings warnings;

    FolderLook(FolderSync sync, FeedLifecycle lifecycle, Quarantine quarantine, Warnings warnings) {
        this.sync = sync;
        this.lifecycle = lifecycle;
        this.quarantine = quarantine;
        this.warnings = warnings;
    }

    /** Stores what has changed in the folder since anyone looked last; problems go to the log. */
    public void look() throws IOException, InterruptedException {
        Set<String> again = sync.sync(sync.changed());
        for (int looks = 1; looks < LOOKS && !again.isEmpty(); looks++) {
            Thread.sleep(PAUSE); // nothing tells when who writes a file has come to its end
            again = sync.sync(again);
        }
        warnings.endStart();
        boolean isMore = true;
        while (isMore) {
            isMore = lifecycle.handOn();
        }
        lifecycle.openAll();
    }

    /** How many problems keep files from being published as they are. */
    public int problems() {
        return quarantine.count();
    }
}
