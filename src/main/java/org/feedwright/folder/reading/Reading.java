package org.feedwright.folder.reading;

import java.util.List;
import java.util.Map;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.KnownFile;

/** The outcome of reading an article's file. */
public sealed interface Reading {
    FolderPath path();

    /** Someone is still writing it. */
    record Unfinished(FolderPath path) implements Reading {}

    /** It has not been read yet: it takes long, and others go first, or it is new and still being written. */
    record Late(FolderPath path) implements Reading {}

    /** It has gone since the folder was listed. */
    record Gone(FolderPath path) implements Reading {}

    /** It has the bytes that it had when it was last published; perhaps another time. */
    record Same(FolderPath path, FileStamp stamp, KnownFile known) implements Reading {}

    /**
     * It cannot be published as it is.
     *
     * @param isSecret whether the file tells that it is not to be out yet
     * @param named what it names beside it, as far as it could be read
     */
    record Bad(FolderPath path, FileStamp stamp, List<Problem> problems, boolean isSecret, Map<String, FileStamp> named)
            implements Reading {
        Bad(FolderPath path, FileStamp stamp, List<Problem> problems, boolean isSecret) {
            this(path, stamp, problems, isSecret, Map.of());
        }

        /**
         * A file at which the program failed.
         *
         * @param done what it failed to do, such as {@code read}
         */
        public static Bad failure(FolderPath path, FileStamp stamp, String done, Throwable failure, boolean isSecret) {
            return new Bad(path, stamp, List.of(ReadingThreads.failed(path, done, failure)), isSecret);
        }

        Bad naming(Map<String, FileStamp> files) {
            return new Bad(path, stamp, problems, isSecret, files);
        }
    }

    /**
     * It can be published, as far as it can be told from the file alone.
     *
     * @param named what it names beside it
     */
    record Good(FolderPath path, FileStamp stamp, String digest, ArticleFile file, Map<String, FileStamp> named)
            implements Reading {
        /** The reading with the id that the article has in the feed of this id. */
        public Good within(String feedId) {
            return new Good(path, stamp, digest, file.within(feedId), named);
        }
    }
}
