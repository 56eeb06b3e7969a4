package org.feedwright.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a backup while it is written: hidden beside its place, and moved there when it is complete. Only its
 * owner may read it, for drafts are in it.
 */
final class BackupFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path place;
    private final Path draft;
    private final boolean replaces;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private boolean isFinished;

    private BackupFile(Path place, Path draft, boolean replaces, FileChannel channel) {
        this.place = place;
        this.draft = draft;
        this.replaces = replaces;
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        this.zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Begins a file.
     *
     * @param replaces whether a file that is there already may be replaced
     * @throws BackupRefused if there is one that may not, or another backup is being written there
     */
    static BackupFile begin(Path place, boolean replaces) throws IOException {
        if (Files.isDirectory(place)) {
            throw new BackupRefused(place + " is a directory; name the file that is to be written, or say --keep to"
                    + " have files named after the time in there");
        }
        if (!replaces && Files.exists(place)) {
            throw new BackupRefused(place + " is there already; name another file, or say --overwrite");
        }
        var directory = place.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new BackupRefused("there is no directory " + directory + "; make it, or name another file");
        }
        // As a walk through the folder would name it, so that a backup in the folder does not read itself without end.
        var file = directory.toRealPath().resolve(place.getFileName());
        return begin(file, file.resolveSibling("." + file.getFileName() + ".partial"), replaces);
    }

    /** A draft that a backup has left that was killed is written over. */
    private static BackupFile begin(Path place, Path draft, boolean replaces) throws IOException {
        var channel = FileChannel.open(draft, Set.of(CREATE, WRITE), onlyForItsOwner(draft));
        if (tryLock(channel) == null) {
            channel.close();
            throw new BackupRefused("another backup is just being written to " + place + "; let it end");
        }
        channel.truncate(0);
        return new BackupFile(place, draft, replaces, channel);
    }

    /** Removes a draft that a backup has left that was killed; one that is being written stays. */
    static void removeLeft(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, WRITE)) {
            if (tryLock(channel) != null) {
                Files.deleteIfExists(draft);
            }
        } catch (AccessDeniedException | NoSuchFileException _) {
            // it is another user's, or complete by now
        }
    }

    private static FileAttribute<?>[] onlyForItsOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    boolean isItself(Path file) {
        return file.equals(draft) || file.equals(place);
    }

    /** Begins a part. What is written to it is counted and digested; to close it ends the part. */
    PartOutput begin(String name, FileTime modified, boolean isCompressed) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(
                modified); // in seconds; the entity tag of a file that is served depends on the rest, too
        entry.setComment(modified.toInstant().toString());
        zip.setLevel(isCompressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(entry);
        return new PartOutput(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                zip.write(value);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        });
    }

    /** Puts the file in its place, when the disk has it. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
        channel.force(true);
        if (replaces) {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(draft, place);
        }
        isFinished = true;
    }

    /** Removes what is not finished. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            if (!isFinished) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
