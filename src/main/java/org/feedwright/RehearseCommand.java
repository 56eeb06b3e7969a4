package org.feedwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.springframework.boot.system.ApplicationHome;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine.Command;

/** {@code rehearse}: what the build runs so that Java can learn, ahead of time, what serving takes. */
@Command(name = "rehearse", hidden = true, description = "Serves a made-up feed to itself, and ends.")
final class RehearseCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var rehearsal = Rehearsal.begin()) {
            rehearsal.play();
        }
        keepSqlite();
        return 0;
    }

    /** SQLite's library beside the jar, where the launcher lets it be found: out of a jar it is unpacked at each start. */
    private static void keepSqlite() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library != null) {
                var target =
                        new ApplicationHome(Feedwright.class).getDir().toPath().resolve(name);
                Files.copy(library, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
