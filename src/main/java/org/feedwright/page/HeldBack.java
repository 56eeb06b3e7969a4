package org.feedwright.page;

import java.util.List;
import org.feedwright.authoring.Problem;

/**
 * What quarantine holds, for editors.
 *
 * @param more how many problems there are beyond those shown
 */
record HeldBack(List<Problem> problems, int more) {
    private static final int SHOWN = 50;

    static HeldBack of(List<Problem> problems) {
        return new HeldBack(problems.stream().limit(SHOWN).toList(), Math.max(0, problems.size() - SHOWN));
    }

    /** Only what concerns the files of one feed. */
    static HeldBack of(List<Problem> problems, String folder) {
        return of(problems.stream()
                .filter(problem -> problem.file().startsWith(folder + "/"))
                .toList());
    }
}
