package org.feedwright.folder;

import org.springframework.stereotype.Component;

/** How much of the folder is still to be taken in. */
@Component
public class FolderBacklog {
    private final FolderSync sync;

    FolderBacklog(FolderSync sync) {
        this.sync = sync;
    }

    /** How many files this node knows to be new or changed, and has not read yet. */
    public int waiting() {
        return sync.waiting();
    }
}
