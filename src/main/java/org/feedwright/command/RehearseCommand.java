package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.training.Rehearsal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.ApplicationHome;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * {@code rehearse}: plays the service's life, so that Java can record for the AOT cache what serving needs. The build
 * runs it.
 */
@Command(name = "rehearse", hidden = true, description = "Serves a made-up feed to itself, and ends.")
final class RehearseCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Commands commands;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var rehearsal = Rehearsal.begin(application())) {
            rehearsal.play();
        }
        keepSqlite(application());
        return 0;
    }

    private Class<?> application() {
        return Objects.requireNonNull(commands).application();
    }

    /**
     * Puts SQLite's library beside the jar, where the launcher finds it. A library inside a jar is unpacked at each
     * start. Where a release was unpacked it is there already, and only root may write.
     */
    private static void keepSqlite(Class<?> application) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        var directory = new ApplicationHome(application).getDir().toPath();
        if (!Files.isWritable(directory)) {
            return;
        }
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library != null) {
                Files.copy(library, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
