package org.feedwright.folder.disk;

import org.feedwright.authoring.FeedFile;

/**
 * The place of a file in the folder of feeds: the folder of its feed, and its path in there.
 *
 * @param directory the name of the feed's folder
 * @param file the path in the feed's folder, with {@code /} between the folders within it
 */
public record FolderPath(String directory, String file) implements Comparable<FolderPath> {

    /** Parses a path as it is stored and printed, such as {@code news/2026/report.md}. */
    public static FolderPath of(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + path + "' is in no feed's folder");
        }
        return new FolderPath(path.substring(0, slash), path.substring(slash + 1));
    }

    /** The place of a feed's {@code feed.yaml}. */
    public static FolderPath definition(String directory) {
        return new FolderPath(directory, FeedFile.NAME);
    }

    /** Whether this is the place of a feed's {@code feed.yaml}. */
    public boolean isDefinition() {
        return file.equals(FeedFile.NAME);
    }

    /** The file's own name, without the folders in which it lies. */
    public String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The place of a file of another name in the same folder. */
    public FolderPath sibling(String name) {
        return new FolderPath(directory, file.substring(0, file.length() - name().length()) + name);
    }

    /** The path in NFC, as most texts have it, whatever form the disk has of it. */
    public FolderPath composed() {
        return new FolderPath(directory, NamesOnDisk.composed(file));
    }

    /** The path in the order of its text, which lists the files of each folder together. */
    @Override
    public int compareTo(FolderPath other) {
        return directory.equals(other.directory)
                ? file.compareTo(other.file)
                : toString().compareTo(other.toString());
    }

    /** The path as it is stored and printed. */
    @Override
    public String toString() {
        return directory + "/" + file;
    }
}
