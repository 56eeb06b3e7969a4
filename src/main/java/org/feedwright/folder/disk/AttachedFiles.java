package org.feedwright.folder.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.entry.LocalMedia;

/** Finds the files in feeds' folders that articles name: pictures, recordings, and other articles. */
final class AttachedFiles {
    /** The first line of front matter, behind a byte order mark or not. */
    private static final Pattern FRONT_MATTER = Pattern.compile("\uFEFF?(?:---|\\+\\+\\+)[ \\t]*\\R");

    private final Path folder;
    private final NamesOnDisk names = new NamesOnDisk();

    /** @param folder the one that holds a folder for each feed */
    AttachedFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * A file in a feed's folder that may come with an article: an ordinary one that is not hidden and lies
     * nowhere outside, whatever links say. Articles and definitions are none: they may not be out yet.
     *
     * @param name in the feed's folder, with {@code /} and in NFC, whatever the disk has
     */
    Optional<Path> find(String directory, String name) {
        try {
            Path root = folder.toRealPath().resolve(directory).toRealPath();
            Path file = names.find(root, name).toRealPath();
            boolean isInside = root.startsWith(folder.toRealPath()) && file.startsWith(root);
            return isInside && isMedia(root.relativize(file)) && Files.isRegularFile(file) && !isUnread(root, file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether such a file has changed; {@link FileStamp#NONE} where there is none. Of an article it tells only
     * that the file is there: its text is not in the articles that name it.
     */
    FileStamp stamp(String directory, String name) {
        if (isArticle(name)) {
            return isThere(directory, name) ? FileStamp.THERE : FileStamp.NONE;
        }
        return find(directory, name).map(AttachedFiles::stampOrNone).orElse(FileStamp.NONE);
    }

    static FileStamp stampOrNone(Path file) {
        try {
            return FileStamp.of(file);
        } catch (IOException _) {
            return FileStamp.NONE;
        }
    }

    /** Whether a path, in a feed's folder or with {@code ../} in another's, is one of an article. */
    static boolean isArticle(String name) {
        String inFeed = name.startsWith(LocalMedia.OTHER_FEED) ? name.substring(name.indexOf('/', 3) + 1) : name;
        return inFeed.indexOf('/') < 0 && ArticleName.isArticle(inFeed);
    }

    /** Whether there is something under this name, whoever may have it. */
    boolean isThere(String directory, String name) {
        try {
            return Files.exists(names.find(folder.resolve(directory), name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** The file that has this name in other capitals. */
    Optional<String> inOtherCapitals(String directory, String name) {
        try {
            return names.inOtherCapitals(folder.resolve(directory), name);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static boolean isMedia(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return file.getNameCount() > 1 || !(name.equals(FeedFile.NAME) || ArticleName.isWritten(name));
    }

    /** Whether it is an article that is not read, because it lies in a folder within the feed's: a draft, perhaps. */
    private static boolean isUnread(Path root, Path file) throws IOException {
        if (!ArticleName.isWritten(file.getFileName().toString())) {
            return false;
        }
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith("_")) {
                return true;
            }
        }
        try (var bytes = Files.newInputStream(file)) {
            return FRONT_MATTER
                    .matcher(new String(bytes.readNBytes(100), UTF_8))
                    .lookingAt();
        }
    }
}
