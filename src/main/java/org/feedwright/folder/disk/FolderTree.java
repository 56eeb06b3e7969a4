package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.feedwright.authoring.ArticleName;

/**
 * Walks through a feed's folder and the folders within it. Links to folders are not followed, for they may lead out, or
 * round in circles.
 *
 * <p>A folder whose time has not changed is not listed again, unless the walk is one that trusts no time.
 */
final class FolderTree {
    static final int DEEPEST = 12;
    static final int MOST_FOLDERS = 20_000;

    /** After so long, no change can have the time that the folder had before: the coarsest disks count in two seconds. */
    private static final long SETTLED = Duration.ofSeconds(3).toNanos();

    /** The packages of a site's generator: hundreds of thousands of files, and many of them are Markdown. */
    private static final String PACKAGES = "node_modules";

    /** Where Jekyll and Hexo have all articles: as a folder within a feed's it is not read, as its name says. */
    private static final String POSTS = "_posts";

    private final Map<Path, Listing> listings = new ConcurrentHashMap<>();
    private final AtomicInteger round = new AtomicInteger();

    /**
     * What one folder holds.
     *
     * @param modified the folder's time before it was listed
     * @param met when it was first seen to have that time
     * @param round of the walks that trust no time, the one in which it was listed
     * @param written the names that articles may have
     * @param others the names of other files, and of folders that are not entered, those with a {@code /} behind
     */
    private record Listing(
            FileTime modified,
            long met,
            long since,
            int round,
            List<String> written,
            List<String> others,
            List<String> folders) {
        boolean isSettled() {
            return since - met > SETTLED;
        }
    }

    /**
     * All that was found, by paths in the feed's folder with {@code /}.
     *
     * @param written the files that may be articles
     * @param others other files that are not hidden, and folders that were not entered, those with a {@code /} behind
     * @param folders all that were entered, the feed's first
     */
    record Walk(List<String> written, List<String> others, List<Path> folders) {}

    /** Makes the next walk list every folder, for there are disks that do not change a folder's time. */
    void doubt() {
        round.incrementAndGet();
    }

    /**
     * Walks through a folder.
     *
     * @param isExcluded whether a path is left out, with all that is in it
     * @throws NoSuchFileException if it is not there
     */
    Walk walk(Path root, Predicate<String> isExcluded) throws IOException {
        var walk = new Walk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        enter(root, "", 0, isExcluded, walk);
        return walk;
    }

    private void enter(Path directory, String prefix, int depth, Predicate<String> isExcluded, Walk walk)
            throws IOException {
        if (walk.folders().size() == MOST_FOLDERS) {
            throw new TooManyFolders(MOST_FOLDERS, prefix);
        }
        var listing = listing(directory);
        walk.folders().add(directory);
        listing.written().stream()
                .map(prefix::concat)
                .filter(isExcluded.negate())
                .forEach(walk.written()::add);
        listing.others().stream()
                .map(prefix::concat)
                .filter(isExcluded.negate())
                .forEach(walk.others()::add);
        for (String name : listing.folders()) {
            String path = prefix + name;
            if (isExcluded.test(path)) {
                continue;
            }
            if (depth == DEEPEST) {
                walk.others().add(path + "/");
            } else {
                enterIfThere(directory.resolve(name), path + "/", depth + 1, isExcluded, walk);
            }
        }
    }

    /** One that cannot be listed fails the whole walk, or its articles would seem to be gone. */
    private void enterIfThere(Path directory, String prefix, int depth, Predicate<String> isExcluded, Walk walk)
            throws IOException {
        try {
            enter(directory, prefix, depth, isExcluded, walk);
        } catch (NoSuchFileException | NotDirectoryException _) {
            listings.remove(directory); // it has gone since its name was read
        }
    }

    private Listing listing(Path directory) throws IOException {
        int now = round.get();
        var modified = Files.getLastModifiedTime(directory);
        var before = listings.get(directory);
        boolean isAsBefore = before != null && before.modified().equals(modified);
        if (before != null && isAsBefore && before.round() == now && before.isSettled()) {
            return before;
        }
        long met = before != null && isAsBefore ? before.met() : System.nanoTime();
        var listing = list(
                directory,
                new Listing(
                        modified,
                        met,
                        System.nanoTime(),
                        now,
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>()));
        listings.put(directory, listing);
        return listing;
    }

    private static Listing list(Path directory, Listing listing) throws IOException {
        try (var children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (!ArticleName.isKeptBack(name)) {
                    add(child, name, listing);
                } else if (name.equals(POSTS) && Files.isDirectory(child)) {
                    listing.others().add(name + "/");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        listing.folders().sort(null);
        return listing;
    }

    private static void add(Path child, String name, Listing listing) {
        if (ArticleName.isWritten(name)) {
            listing.written().add(name);
        } else if (!Files.isDirectory(child)) {
            listing.others().add(name);
        } else if (name.equals(PACKAGES) || !Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            listing.others().add(name + "/");
        } else {
            listing.folders().add(name);
        }
    }
}
