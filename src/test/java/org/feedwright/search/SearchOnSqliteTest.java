package org.feedwright.search;

import java.nio.file.Path;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.io.TempDir;

class SearchOnSqliteTest extends SearchContract {
    @TempDir
    static Path directory;

    @Override
    protected Store open() {
        return Store.sqlite(directory);
    }
}
