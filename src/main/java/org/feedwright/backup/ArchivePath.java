package org.feedwright.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The path of a file in a backup. Whoever made the backup may have written anything there. */
final class ArchivePath {
    private static final Pattern SLASH = Pattern.compile("/");

    private ArchivePath() {}

    /**
     * Where a file belongs in a folder.
     *
     * @throws BackupRefused if the path would lead out of it, or is none
     */
    static Path in(Path folder, String path) {
        boolean isPlain = List.of(SLASH.split(path, -1)).stream().allMatch(ArchivePath::isName);
        try {
            var place = folder.resolve(path).normalize();
            if (isPlain && place.startsWith(folder) && !place.equals(folder)) {
                return place;
            }
        } catch (InvalidPathException _) {
            throw new BackupRefused("this system's character encoding has no name for '" + path
                    + "'; set LC_ALL=C.UTF-8, or take another disk");
        }
        throw new BackupRefused("The backup names a file '" + path + "', which would be outside of the folder;"
                + " Feedwright writes no such backup, so nothing was restored");
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('\\') < 0
                && name.indexOf('\0') < 0
                && !name.endsWith(":");
    }
}
