package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.feedwright.article.Slug;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.entry.LocalMedia;

/** Finds the files in feeds' folders that articles name: pictures, recordings, and other articles. */
final class AttachedFiles {
    private final Path path;
    private final FeedFolder folder;
    private final NamesOnDisk names = new NamesOnDisk();

    /** @param path the one out of which no link may lead */
    AttachedFiles(Path path, FeedFolder folder) {
        this.path = path;
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
            Path root = folder.path(directory).toRealPath();
            Path found = names.find(root, name);
            Path file = found.toRealPath();
            boolean isInside = root.startsWith(path.toRealPath()) && file.startsWith(root);
            return isInside && isMedia(directory, root.relativize(file), file) && Files.isRegularFile(file)
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
        if (isNamedLikeArticle(name) && isArticle(directory, name)) {
            return FileStamp.THERE;
        }
        return name.startsWith(LocalMedia.OTHER_FEED)
                ? FileStamp.NONE
                : find(directory, name).map(AttachedFiles::stampOrNone).orElse(FileStamp.NONE);
    }

    static FileStamp stampOrNone(Path file) {
        try {
            return FileStamp.of(file);
        } catch (IOException _) {
            return FileStamp.NONE;
        }
    }

    /**
     * Whether a path, in a feed's folder or with {@code ../} in another's, has the name of an article. A page in HTML may
     * be one of the site as well.
     */
    static boolean isNamedLikeArticle(String name) {
        return ArticleName.isArticle(inFeed(name));
    }

    /** Whether there is an article under this name. */
    boolean isArticle(String directory, String name) {
        try {
            String feed = feed(directory, name);
            Path root = folder.path(feed);
            Path file = names.find(root, inFeed(name));
            return Files.exists(file)
                    && isOfFeed(directory, feed)
                    && folder.isArticle(new FolderPath(feed, inFeed(name)), file);
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** The slug that an article's file states. */
    Optional<Slug> statedSlug(String directory, String name) {
        try {
            return ArticleHead.of(names.find(folder.path(feed(directory, name)), inFeed(name)))
                    .slug();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** There are no other feeds beside the only one. */
    private boolean isOfFeed(String directory, String feed) {
        return feed.equals(directory) || folder.only().isEmpty();
    }

    private static String inFeed(String name) {
        return name.startsWith(LocalMedia.OTHER_FEED) ? name.substring(name.indexOf('/', 3) + 1) : name;
    }

    private static String feed(String directory, String name) {
        return name.startsWith(LocalMedia.OTHER_FEED) ? name.substring(3, name.indexOf('/', 3)) : directory;
    }

    /** Whether there is something under this name, whoever may have it. */
    boolean isThere(String directory, String name) {
        try {
            String feed = feed(directory, name);
            return isOfFeed(directory, feed) && Files.exists(names.find(folder.path(feed), inFeed(name)));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** The file that has this name in other capitals. */
    Optional<String> inOtherCapitals(String directory, String name) {
        try {
            return names.inOtherCapitals(folder.path(directory), name);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** A text in a folder that is kept from being read, such as {@code _drafts}, may be what is not to be out. */
    private boolean isMedia(String directory, Path inFeed, Path file) {
        boolean isKeptBack = false;
        for (Path part : inFeed) {
            if (part.toString().startsWith(".")) {
                return false;
            }
            isKeptBack |= part.toString().startsWith("_");
        }
        String name = inFeed.toString().replace('\\', '/');
        if (name.equals(FeedFile.NAME)) {
            return false;
        }
        return !ArticleName.isWritten(name) || !(isKeptBack || isText(name) || isText(directory, name, file));
    }

    /** Whether it would be an article if only its name did not keep it from that. */
    private static boolean isText(String name) {
        return name.indexOf('/') < 0 && !ArticleName.isHtml(name);
    }

    private boolean isText(String directory, String name, Path file) {
        try {
            return ArticleHead.of(file).hasFrontMatter() || folder.isArticle(new FolderPath(directory, name), file);
        } catch (IOException _) {
            return true;
        }
    }
}
