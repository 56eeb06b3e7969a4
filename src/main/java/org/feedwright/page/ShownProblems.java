package org.feedwright.page;

import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.Addresses;

/**
 * What quarantine holds, for an editor who tries it out. Readers are not shown the mistakes of others: where the
 * pages are for more than this machine, it is empty, and the log, the command check and the operator's health
 * have it.
 *
 * @param more how many problems there are beyond those shown
 */
record ShownProblems(List<Problem> problems, int more) {
    static final ShownProblems NOTHING = new ShownProblems(List.of(), 0);
    private static final int SHOWN = 50;

    /** Addresses at which nobody but this machine's own users reach the pages (RFC 6761 §6.3, RFC 1122 §3.2.1.3). */
    private static final Pattern OWN =
            Pattern.compile("(?i)https?://(?:localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::|(?:0+:){7})0*1\\])(?:[:/].*)?");

    static ShownProblems of(Quarantine quarantine, Addresses addresses) {
        return isOwn(addresses) ? of(quarantine.problems()) : NOTHING;
    }

    /** Only what concerns the files of one feed. */
    static ShownProblems of(Quarantine quarantine, Addresses addresses, String folder) {
        return isOwn(addresses)
                ? of(quarantine.problems().stream()
                        .filter(problem -> problem.source().startsWith(folder + "/"))
                        .toList())
                : NOTHING;
    }

    private static boolean isOwn(Addresses addresses) {
        return OWN.matcher(addresses.home()).matches();
    }

    private static ShownProblems of(List<Problem> problems) {
        return new ShownProblems(problems.stream().limit(SHOWN).toList(), Math.max(0, problems.size() - SHOWN));
    }
}
