package org.feedwright.backup;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files of the folder of feeds that a backup takes: all of them, for a person expects the folder back as it was,
 * but what version control and package managers keep for themselves, and what links lead to outside.
 */
final class FolderFiles {
    private static final Set<String> OF_OTHERS = Set.of(".git", ".hg", ".svn", "node_modules");

    private final Path root;
    private final LeftOut leftOut;
    private final SortedMap<String, Path> files = new TreeMap<>();

    private FolderFiles(Path root, LeftOut leftOut) {
        this.root = root;
        this.leftOut = leftOut;
    }

    /**
     * Lists the files, by their paths in the folder with {@code /}.
     *
     * @param isOwn whether a path is the program's own and not the folder's: its data, or the backup itself
     * @param leftOut is told what is not taken
     */
    static SortedMap<String, Path> of(Path folder, Predicate<Path> isOwn, LeftOut leftOut) throws IOException {
        var root = folder.toRealPath();
        var found = new FolderFiles(root, leftOut);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean isLeftOut = !directory.equals(root)
                        && (OF_OTHERS.contains(directory.getFileName().toString()) || isOwn.test(directory));
                return isLeftOut ? SKIP_SUBTREE : CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isOwn.test(file)) {
                    found.take(file, attributes);
                }
                return CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                leftOut.unreadable(found.name(file), e.getClass().getSimpleName());
                return CONTINUE;
            }
        });
        return found.files;
    }

    private void take(Path file, BasicFileAttributes attributes) {
        String name = name(file);
        if (name.indexOf('\uFFFD') >= 0) {
            throw new BackupRefused(
                    "this system's character encoding has no name for '" + name + "'; set LC_ALL=C.UTF-8");
        }
        if (attributes.isRegularFile() || leadsToFileWithin(file)) {
            files.put(name, file);
        } else {
            boolean isLink = attributes.isSymbolicLink();
            leftOut.other(name + (isLink ? " is a link that leads to no file in the folder" : " is no ordinary file"));
        }
    }

    private boolean leadsToFileWithin(Path link) {
        try {
            return Files.isRegularFile(link) && link.toRealPath().startsWith(root);
        } catch (IOException _) {
            return false;
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
