package org.feedwright.timeline;

import java.nio.file.Path;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.io.TempDir;

class FeedDefaultsOnSqliteTest extends FeedDefaultsContract {
    @TempDir
    static Path directory;

    @Override
    protected Store open() {
        return Store.sqlite(directory);
    }
}
