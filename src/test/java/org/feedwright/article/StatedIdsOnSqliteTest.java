package org.feedwright.article;

import java.nio.file.Path;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.io.TempDir;

class StatedIdsOnSqliteTest extends StatedIdsContract {
    @TempDir
    static Path directory;

    @Override
    protected Store open() {
        return Store.sqlite(directory);
    }
}
