package org.feedwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The databases that can keep articles, each with one store for all tests of a run. */
public enum Database {
    SQLITE {
        @Override
        Store open() {
            return Store.sqlite(temporaryDirectory());
        }
    },
    POSTGRES {
        @Override
        Store open() {
            return Store.postgres(Postgres.freshDatabase());
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // one store for all tests of a run
    private @Nullable Store store;

    abstract Store open();

    /** The one store, which is closed when the run ends. */
    synchronized Store store() {
        if (store == null) {
            store = open();
        }
        return store;
    }

    private static Path temporaryDirectory() {
        try {
            var directory = Files.createTempDirectory("feedwright-store-");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
