package org.feedwright.folder.disk;

import java.util.List;
import org.feedwright.authoring.problem.Problem;

/** The outcome of reading a file. */
public sealed interface SourceReading {

    /** All of its text. */
    record Whole(SourceFile file) implements SourceReading {}

    /** Someone is writing it, or has while it was read. */
    record Unfinished() implements SourceReading {}

    /** It is no longer there. */
    record Gone() implements SourceReading {}

    /** It has no text that could be read. */
    record Unreadable(List<Problem> problems) implements SourceReading {}
}
