package org.feedwright.store;

/** What an operator can do about a store that is not well, by what is wrong with it. */
public final class Remedy {
    private Remedy() {}

    /**
     * The remedy, in a sentence.
     *
     * @param problem the sentence of {@link StoreProbe} or {@link JdbcFailure}, or of the last look at the folder. What
     *     it cites in brackets may have any word, such as the name of a host, and is not looked at
     */
    public static String of(String problem) {
        return ofOurs(problem.replaceFirst("(?s)\\(.*\\)", ""));
    }

    private static String ofOurs(String problem) {
        if (problem.startsWith("The program has failed")) {
            return "Report it with what the log says; it is tried again with each look at the folder.";
        }
        if (problem.startsWith("The folder")) {
            return "See that the folder is mounted and that this user may read it.";
        }
        if (problem.contains("locked")) {
            return "End the other program, or its transaction. Nothing has to be restarted here.";
        }
        if (problem.contains("full")) {
            return "Make room on that disk. Nothing has to be restarted here.";
        }
        return problem.contains("damaged")
                ? "Stop the service and restore a backup."
                : "See that the database runs and can be reached, or that its file may be read and written. Nothing has"
                        + " to be restarted here.";
    }
}
