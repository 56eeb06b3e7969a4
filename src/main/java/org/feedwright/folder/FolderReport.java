package org.feedwright.folder;

import java.util.List;
import java.util.stream.Stream;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.springframework.stereotype.Component;

/** What there is to say of the folder to whoever runs the service. */
@Component
public class FolderReport {
    private final Quarantine quarantine;
    private final Warnings warnings;
    private final UnreadFiles unread;
    private final FolderSync sync;

    FolderReport(Quarantine quarantine, Warnings warnings, UnreadFiles unread, FolderSync sync) {
        this.quarantine = quarantine;
        this.warnings = warnings;
        this.unread = unread;
        this.sync = sync;
    }

    /** Why files are held back. */
    public List<Problem> problems() {
        return quarantine.all();
    }

    /** What was ignored, missing or guessed in files that are published. */
    public List<Problem> warnings() {
        return Stream.concat(unread.warnings().stream(), warnings.all().stream())
                .toList();
    }

    /** How many files are known to be new or changed, and have not been read yet. */
    public int waiting() {
        return sync.waiting();
    }
}
