package org.feedwright.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.feedwright.text.Digest;

/**
 * Puts the files of a backup into a folder that is empty, or has nothing but the same files: after a restore that was
 * broken off, or out of version control. Each is written beside its place and moved there whole.
 */
final class FolderRestore {
    private static final String DRAFT = ".restored.partial";

    private final BackupArchive archive;
    private final Path folder;
    private final Path data;
    private final Map<String, String> digests;

    /** @param digests of all files of the backup, by their paths in the folder */
    FolderRestore(BackupArchive archive, Installation installation, Map<String, String> digests) throws IOException {
        this.archive = archive;
        this.folder = installation.folder().toAbsolutePath().normalize();
        this.data = installation.data();
        this.digests = digests;
    }

    /** @throws BackupRefused if the folder has anything that is not the backup's, or stands in the way of its files */
    void refuse() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BackupRefused(folder + " is no folder; name another one by feedwright.folder");
        }
        if (!Files.exists(folder)) {
            return;
        }
        var found = FolderFiles.of(folder, data::equals, new LeftOut());
        for (var file : found.entrySet()) {
            demand(file.getKey().equals(DRAFT) || isSame(file.getValue(), file.getKey()), file.getKey());
        }
        for (String name : digests.keySet()) {
            demand(found.containsKey(name) || isFree(ArchivePath.in(folder, name)), name);
        }
    }

    private void demand(boolean isRight, String name) {
        if (!isRight) {
            throw new BackupRefused("The folder " + folder + " has another " + name
                    + " than the backup, and nothing is ever overwritten; name an empty folder by"
                    + " feedwright.folder, or say --store-only to keep this one as it is");
        }
    }

    /** Whether nothing is there: neither a file, nor a directory, nor a link that leads to nothing. */
    private static boolean isFree(Path place) {
        return !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isSame(Path file, String name) throws IOException {
        var digest = digests.get(name);
        if (digest == null) {
            return false;
        }
        try (var in = new DigestInputStream(Files.newInputStream(file), Digest.ofParts())) {
            in.transferTo(OutputStream.nullOutputStream());
            return digest.equals(HexFormat.of().formatHex(in.getMessageDigest().digest()));
        }
    }

    void write(BackupProgress progress) throws IOException {
        Files.createDirectories(folder);
        long done = 0;
        for (var file : archive.folder().entrySet()) {
            var place = ArchivePath.in(folder, file.getKey());
            if (isFree(place)) {
                write(file.getValue(), place);
            }
            progress.at("Restoring the folder", ++done, digests.size(), "files");
        }
    }

    private void write(ZipEntry file, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        var draft = folder.resolve(DRAFT);
        try (var in = archive.open(file.getName())) {
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setLastModifiedTime(draft, modified(file));
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileTime modified(ZipEntry file) {
        try {
            return FileTime.from(Instant.parse(String.valueOf(file.getComment())));
        } catch (DateTimeParseException _) {
            return file.getLastModifiedTime();
        }
    }
}
