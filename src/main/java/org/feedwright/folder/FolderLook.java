package org.feedwright.folder;

import java.io.IOException;
import java.util.Set;
import org.feedwright.authoring.Quarantine;
import org.feedwright.store.nodes.Lease;
import org.feedwright.timeline.FeedLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One look at the folder, for commands that end: it takes in what a start of the service would. */
@Component
public class FolderLook {
    private static final Logger log = LoggerFactory.getLogger(FolderLook.class);

    /** A file that is being written just now, or takes long to be read, is waited for, but not for ever. */
    private static final int LOOKS = 100;

    private static final int PAUSE = 100; // milliseconds
    private static final int LONGER_THAN_A_LEASE = 4000;

    private final FolderSync sync;
    private final FeedLifecycle lifecycle;
    private final Quarantine quarantine;
    private final Warnings warnings;
    private final Lease lease;

    FolderLook(FolderSync sync, FeedLifecycle lifecycle, Quarantine quarantine, Warnings warnings, Lease lease) {
        this.lease = lease;
        this.sync = sync;
        this.lifecycle = lifecycle;
        this.quarantine = quarantine;
        this.warnings = warnings;
    }

    /**
     * Stores what has changed in the folder since anyone looked last; problems go to the log. Where a service looks after
     * the folder, it has stored that.
     */
    public void look() throws IOException, InterruptedException {
        lease.seek();
        for (int waited = 0; waited < LONGER_THAN_A_LEASE && lease.term() == Lease.NONE; waited += PAUSE) {
            Thread.sleep(PAUSE); // a service that was killed has it for some seconds more
        }
        if (lease.term() == Lease.NONE) {
            log.info("A service looks after the folder; what it has stored is taken");
            lease.giveUp();
            return;
        }
        try {
            lease.<Object, Exception>during(lease.term(), () -> lookNow());
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // nothing else is thrown
        } finally {
            lease.giveUp();
        }
    }

    private boolean lookNow() throws IOException, InterruptedException {
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
        return true;
    }

    /** How many problems keep files from being published as they are. */
    public int problems() {
        return quarantine.count();
    }
}
