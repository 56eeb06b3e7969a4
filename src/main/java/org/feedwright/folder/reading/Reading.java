package org.feedwright.folder.reading;

import java.util.List;
import java.util.Map;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.ledger.KnownFile;

/** What came of reading an article's file. */
public sealed interface Reading {
    String path();

    /** Someone is still writing it. */
    record Unfinished(String path) implements Reading {}

    /** It is still being read, and others go first. */
    record Late(String path) implements Reading {}

    /** It has gone since the folder was listed. */
    record Gone(String path) implements Reading {}

    /** It has the bytes that it had when it was last published; perhaps another time. */
    record Same(String path, FileStamp stamp, KnownFile known) implements Reading {}

    /**
     * It cannot be published as it is.
     *
     * @param isSecret whether the file tells that it is not to be out yet
     * @param named what it names beside it, as far as it could be read
     */
    record Bad(String path, FileStamp stamp, List<Problem> problems, boolean isSecret, Map<String, FileStamp> named)
            implements Reading {
        public Bad(String path, FileStamp stamp, List<Problem> problems, boolean isSecret) {
            this(path, stamp, problems, isSecret, Map.of());
        }
    }

    /**
     * It can be published, as far as it can be told from the file alone.
     *
     * @param named what it names beside it
     */
    record Good(String path, FileStamp stamp, String digest, ArticleFile file, Map<String, FileStamp> named)
            implements Reading {
        /** The same in a feed with this id. */
        public Good within(String feedId) {
            return new Good(path, stamp, digest, file.within(feedId), named);
        }
    }
}
