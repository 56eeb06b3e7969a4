package org.feedwright.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The directories below a root to which no symbolic link leads. */
final class RealDirectories {
    private final Path root;
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    RealDirectories(Path root) {
        this.root = root;
    }

    /** Whether no link leads to a directory; it is looked at once. */
    boolean has(@Nullable Path directory) {
        if (directory == null || directory.equals(root) || known.contains(directory)) {
            return true;
        }
        boolean isReal = !Files.isSymbolicLink(directory) && has(directory.getParent());
        if (isReal) {
            known.add(directory);
        }
        return isReal;
    }

    /** Whether a link leads to a directory now, whatever was seen before. */
    boolean leadThroughLink(@Nullable Path directory) {
        for (Path each = directory; each != null && !each.equals(root); each = each.getParent()) {
            if (Files.isSymbolicLink(each)) {
                return true;
            }
        }
        return false;
    }

    /** @throws ExportRefused if a link, or something else that is no directory, is where one has to be */
    void ensure(@Nullable Path directory) throws IOException {
        if (directory == null || directory.equals(root) || known.contains(directory)) {
            return;
        }
        ensure(directory.getParent());
        if (Files.isSymbolicLink(directory)) {
            throw new ExportRefused(directory + " is a link, and nothing is written through it; remove it");
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw new ExportRefused(directory + " is where a directory has to be; remove it");
            }
        } catch (NoSuchFileException e) {
            throw new ExportRefused(directory.getParent() + " was removed while it was written to");
        }
        known.add(directory);
    }

    /** Removes a directory that is empty, and those above it that are empty then. */
    void removeEmpty(@Nullable Path lowest) throws IOException {
        for (Path directory = lowest;
                directory != null && !directory.equals(root) && removeIfEmpty(directory);
                directory = directory.getParent()) {
            known.remove(directory);
        }
    }

    private static boolean removeIfEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) || !isEmpty(directory)) {
            return false;
        }
        Files.delete(directory);
        return true;
    }

    static boolean isEmpty(Path directory) throws IOException {
        try (var children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }
}
