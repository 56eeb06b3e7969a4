package org.feedwright.export;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * The directory that an export fills, held by one export at a time. Paths in it are relative, with {@code /}.
 *
 * <p>A file is written beside the tree and moved into it whole, so that a server never sees half of one. No
 * path leads through a symbolic link, for what is behind it is not ours.
 */
public final class ExportDirectory implements AutoCloseable {
    /** What is ours and not served. It marks a directory as one that an export has made. */
    private static final String OWN = ".feedwright";

    private final Path root;
    private final Path drafts;
    private final FileChannel channel;
    private final RealDirectories directories;
    private final AtomicLong drafted = new AtomicLong();

    private ExportDirectory(Path root, FileChannel channel) throws IOException {
        this.root = root;
        this.directories = new RealDirectories(root);
        this.channel = channel;
        this.drafts = root.resolve(OWN).resolve("drafts");
        Files.createDirectories(drafts);
        try (var left = Files.list(drafts)) {
            for (Path draft : left.toList()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    /**
     * Takes a directory for an export: one that is not there yet, is empty, or was made by an export.
     *
     * @throws ExportRefused if it cannot be written to, is a stranger's, or another export is writing there
     */
    public static ExportDirectory open(Path directory) {
        try {
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new ExportRefused(directory + " is no directory; name one, or a name that is free");
            }
            Files.createDirectories(directory);
            var root = directory.toRealPath();
            if (!Files.isDirectory(root.resolve(OWN), LinkOption.NOFOLLOW_LINKS) && !RealDirectories.isEmpty(root)) {
                throw new ExportRefused(directory + " holds files that no export has written, which are not touched;"
                        + " name an empty directory, or one that is not there yet");
            }
            Files.createDirectories(root.resolve(OWN));
            return new ExportDirectory(root, lock(directory, root));
        } catch (IOException e) {
            throw new ExportRefused(
                    directory + " cannot be written to (" + e + "); name a directory that this user may write to");
        }
    }

    private static FileChannel lock(Path named, Path root) throws IOException {
        var channel = FileChannel.open(root.resolve(OWN).resolve("lock"), CREATE, WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new ExportRefused(
                    "another export is writing to " + named + "; let it end, or name another directory");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    /** Where something is kept that is not served. */
    Path own(String name) {
        return root.resolve(OWN).resolve(name);
    }

    /** Whether there is a file, and not what a link shows. */
    boolean has(String path) {
        var file = resolve(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && directories.has(file.getParent());
    }

    /** @throws ExportRefused if the path would lead through a link, or this system cannot spell it */
    void write(String path, byte[] bytes, Instant modified) throws IOException {
        var target = resolve(path);
        directories.ensure(target.getParent());
        place(bytes, modified, target);
    }

    /** @throws ExportRefused if the path would lead through a link, or this system cannot spell it */
    void copy(String path, InputStreamSource file, Instant modified) throws IOException {
        var target = resolve(path);
        directories.ensure(target.getParent());
        var draft = draft();
        try (var content = file.getInputStream()) {
            Files.copy(content, draft);
        }
        place(draft, modified, target);
    }

    /** Writes what is not served. */
    void writeOwn(String name, byte[] bytes, Instant modified) throws IOException {
        var target = own(name);
        Files.createDirectories(target.getParent());
        place(bytes, modified, target);
    }

    private void place(byte[] bytes, Instant modified, Path target) throws IOException {
        var draft = draft();
        Files.write(draft, bytes);
        place(draft, modified, target);
    }

    private Path draft() {
        return drafts.resolve(String.valueOf(drafted.incrementAndGet()));
    }

    private static void place(Path draft, Instant modified, Path target) throws IOException {
        Files.setLastModifiedTime(draft, FileTime.from(modified));
        Files.move(draft, target, ATOMIC_MOVE);
    }

    void date(String path, Instant modified) throws IOException {
        Files.setLastModifiedTime(resolve(path), FileTime.from(modified));
    }

    /** Removes a file, and the directories that it leaves empty. */
    void remove(String path) throws IOException {
        var file = resolve(path);
        if (!directories.leadThroughLink(file.getParent())) {
            Files.deleteIfExists(file);
            directories.removeEmpty(file.getParent());
        }
    }

    private Path resolve(String path) {
        try {
            return root.resolve(path);
        } catch (InvalidPathException _) {
            throw new ExportRefused(
                    "this system's character encoding has no name for '" + path + "'; set LC_ALL=C.UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
