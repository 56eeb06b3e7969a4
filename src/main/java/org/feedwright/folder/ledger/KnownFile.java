package org.feedwright.folder.ledger;

import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was last read.
 *
 * @param article the article it holds; null for a feed's definition
 * @param digest of its bytes; empty where the file is to be read again even if its bytes are as they were
 * @param warnings those of its last reading; null leaves in the ledger the ones that are there
 */
public record KnownFile(
        FolderPath path,
        @Nullable ArticleId article,
        FileStamp stamp,
        String digest,
        @Nullable List<Problem> warnings) {
    public KnownFile(FolderPath path, @Nullable ArticleId article, FileStamp stamp, String digest) {
        this(path, article, stamp, digest, null);
    }

    /** This file with no known bytes, so that it is read again. */
    public KnownFile inDoubt() {
        return new KnownFile(path, article, stamp, "");
    }
}
