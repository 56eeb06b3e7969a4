package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.feed.Feed;

/**
 * Whether a folder holds a folder for each feed, or is one feed itself: one that has a {@code feed.yaml}, or, if there is
 * none in it anywhere, one that has articles. The folder of feeds that it was it stays, so that it does not become
 * another one while someone is about to make a feed in it, or saves a {@code feed.yaml}.
 */
final class FolderLayout {
    private final Path path;
    private final ArticlesWithin articles;
    private volatile Kind kind = Kind.UNKNOWN;

    private enum Kind {
        UNKNOWN,
        FEEDS,
        ONE,
        /** One feed without a {@code feed.yaml}. */
        ONE_IMPLIED
    }

    /** Looks for articles in a folder and in those within it. */
    interface ArticlesWithin {
        /** Whether there are any, and no {@code feed.yaml}. */
        boolean areWithoutDefinition(Path folder) throws IOException;
    }

    FolderLayout(Path path, ArticlesWithin articles) {
        this.path = path;
        this.articles = articles;
    }

    /** Looks at the folder again. It is taken for one feed without a definition only when it is first looked at. */
    void look(Collection<String> stored) throws IOException {
        kind = kind(stored);
    }

    boolean isOne() {
        if (kind == Kind.UNKNOWN) {
            try {
                look(Set.of());
            } catch (IOException _) {
                return false; // its listing says why
            }
        }
        return kind == Kind.ONE || kind == Kind.ONE_IMPLIED;
    }

    boolean isImplied() {
        return isOne() && kind == Kind.ONE_IMPLIED;
    }

    private Kind kind(Collection<String> stored) throws IOException {
        if (!Files.isDirectory(path)) {
            return kind;
        }
        var folders = folders();
        if (folders.stream().anyMatch(FolderLayout::isDefined)) {
            return Kind.FEEDS;
        }
        if (isDefined(path)) {
            return Kind.ONE;
        }
        boolean wasOfFeeds = kind == Kind.FEEDS
                || folders.stream()
                        .map(folder -> folder.getFileName().toString())
                        .anyMatch(name -> !name.equals(name()) && stored.contains(name));
        boolean isImplied = !wasOfFeeds && (kind != Kind.UNKNOWN || articles.areWithoutDefinition(path));
        return isImplied ? Kind.ONE_IMPLIED : Kind.FEEDS;
    }

    private static boolean isDefined(Path folder) {
        return Files.isRegularFile(folder.resolve(FeedFile.NAME));
    }

    private List<Path> folders() throws IOException {
        return children().stream().filter(Files::isDirectory).toList();
    }

    /** The name of the one feed: that of the folder, as far as it can be one. */
    String name() {
        return FeedName.ofTitle(title())
                .filter(name -> !name.equals(Feed.ALL))
                .map(FeedName::value)
                .orElse("feed");
    }

    /** The name of the folder, as people read it. */
    String title() {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "Feed" : name.toString().replaceFirst("^[._]+", "");
    }

    /** The files and folders directly in it that are not hidden. */
    List<Path> children() throws IOException {
        var children = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            for (Path child : stream) {
                if (!child.getFileName().toString().startsWith(".")) {
                    children.add(child);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }
}
