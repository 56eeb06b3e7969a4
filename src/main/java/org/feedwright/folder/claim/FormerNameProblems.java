package org.feedwright.folder.claim;

import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FolderPath;

/** The problems that a former name of a feed can have. */
public final class FormerNameProblems {
    private FormerNameProblems() {}

    public static Problem taken(String file, int line, FeedName name, FeedName holder) {
        return new Problem(
                file,
                line,
                "'" + name + "' is a former name of the feed '" + holder + "' too, and leads there",
                "take it out of 'formerly' here or in " + FolderPath.definition(holder.value()));
    }

    public static Problem alive(String file, int line, FeedName name) {
        return new Problem(
                file,
                line,
                "'" + name + "' is a feed of its own, and its addresses lead there",
                "remove or rename the folder '" + name + "', or take the name out of 'formerly'");
    }

    /** Of a feed that is not published until it is settled: its articles would get other ids. */
    public static Problem undecided(String file, int line, FeedName name) {
        return new Problem(
                file,
                line,
                "the feed was formerly '" + name + "', and the folder '" + name + "' is still there",
                "remove that folder, so that this feed goes on in its place, or take the name out of 'formerly'");
    }

    public static Problem claimed(String file, FeedName name, FeedName holder) {
        return new Problem(
                file,
                0,
                "the feed '" + holder + "' was formerly '" + name + "', and its old addresses now lead here",
                "rename this folder, or take '" + name + "' out of 'formerly' in "
                        + FolderPath.definition(holder.value()));
    }
}
