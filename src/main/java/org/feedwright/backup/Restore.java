package org.feedwright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a backup into an empty place: a store of either kind, and a folder. */
public final class Restore {
    private final Installation installation;
    private final BackupProgress progress;

    /** @param progress is told how far it has come */
    public Restore(Installation installation, BackupProgress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * What was restored.
     *
     * @param remarks what the operator should know, each a sentence
     */
    public record Outcome(long articles, long files, List<String> remarks) {}

    /**
     * Restores a backup. Everything is checked before anything is written.
     *
     * @param withFolder whether the folder is restored, too, and not only the store
     * @throws BackupRefused if the file is no whole backup, or the place is not empty or in use
     */
    public Outcome read(Path file, boolean withFolder) throws IOException {
        JdbcStoreUse.refuse(installation);
        try (var archive = BackupArchive.open(file)) {
            var filling = new StoreFilling(installation, progress);
            filling.refuse(archive);
            refuseIfTooLarge(archive.manifest());
            var folder = new FolderRestore(archive, installation, new BackupCheck(archive, progress).run());
            if (withFolder) {
                folder.refuse();
            }
            filling.fill(archive);
            filling.complete(archive.articles());
            if (withFolder) {
                folder.write(progress);
            }
            filling.end();
            return outcome(archive, withFolder);
        }
    }

    /** The disks of store and folder may be two, or one: what both need must be free on the larger one at least. */
    private void refuseIfTooLarge(Manifest manifest) throws IOException {
        long free = Math.max(free(installation.data()), free(installation.folder()));
        if (manifest.bytes() > free) {
            throw new BackupRefused(
                    "The backup has " + manifest.bytes() / 1_000_000 + " MB when it is unpacked, and the"
                            + " disk has only " + free / 1_000_000 + " MB left; make room, or name another place");
        }
    }

    private static long free(Path place) throws IOException {
        var existing = place.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent(), "the root is always there");
        }
        return Files.getFileStore(existing).getUsableSpace();
    }

    private Outcome outcome(BackupArchive archive, boolean withFolder) {
        var manifest = archive.manifest();
        var remarks = new ArrayList<String>();
        if (!manifest.baseUrl().equals(installation.baseUrl())) {
            remarks.add("The backup was made where feedwright.base-url was " + manifest.baseUrl() + "; it is "
                    + installation.baseUrl() + " here");
        }
        if (withFolder && manifest.folder() == null) {
            remarks.add("There was no folder of feeds where the backup was made, so none is in it");
        }
        if (archive.has(Manifest.SETTINGS)) {
            remarks.add("The settings are in the backup as " + Manifest.SETTINGS + ", and were not put anywhere");
        }
        long files = withFolder && manifest.folder() != null ? manifest.folder().count() : 0;
        return new Outcome(archive.articles(), files, remarks);
    }
}
