package org.feedwright.article;

import java.nio.file.Path;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsOnSqliteTest extends CorrectionsContract {
    @TempDir
    static Path directory;

    @Override
    protected Store open() {
        return Store.sqlite(directory);
    }
}
