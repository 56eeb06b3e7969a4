package org.feedwright.folder.report;

import java.util.List;
import org.feedwright.authoring.problem.Problem;

/**
 * What was found of one file, or of one feed's folder.
 *
 * @param source the path, as the problems name it
 * @param isSecret whether readers are not to know yet that there is such a file
 */
public record Finding(String source, Kind kind, List<Problem> problems, boolean isSecret) {
    public Finding {
        problems = List.copyOf(problems);
    }

    /** What is found. */
    public enum Kind {
        /** Problems that hold a file back. */
        HELD,
        /** A warning of files that nobody reads. */
        UNREAD
    }

    /** What of a source there is one finding of. */
    public record Key(String source, Kind kind) {}

    public Key key() {
        return new Key(source, kind);
    }
}
