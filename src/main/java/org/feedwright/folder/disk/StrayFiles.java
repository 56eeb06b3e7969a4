package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;

/**
 * The files in a feed's folder, and in the folders within it, that are no articles and not hidden. A folder is
 * listed again only when its time has changed: there may be many thousand pictures in it.
 */
public final class StrayFiles {
    private static final int DEEPEST = 12;

    private final Map<Path, Listing> listings = new ConcurrentHashMap<>();

    private record Listing(FileTime modified, List<String> files, List<String> directories) {}

    /** Their paths in the folder, with {@code /} and in NFC, sorted. */
    public List<String> of(Path directory) {
        var strays = new ArrayList<String>();
        walk(directory, "", 0, strays);
        strays.sort(null);
        return strays;
    }

    private void walk(Path directory, String prefix, int depth, List<String> strays) {
        var listing = listing(directory);
        for (String name : listing.files()) {
            if (!prefix.isEmpty() || !(name.equals(FeedFile.NAME) || ArticleName.isArticle(name))) {
                strays.add(NamesOnDisk.composed(prefix + name));
            }
        }
        if (depth < DEEPEST) {
            listing.directories()
                    .forEach(name -> walk(directory.resolve(name), prefix + name + "/", depth + 1, strays));
        }
    }

    private Listing listing(Path directory) {
        try {
            var modified = Files.getLastModifiedTime(directory);
            var before = listings.get(directory);
            if (before == null || !before.modified().equals(modified)) {
                before = list(directory, modified);
                listings.put(directory, before);
            }
            return before;
        } catch (IOException _) {
            listings.remove(directory);
            return new Listing(
                    FileTime.fromMillis(0), List.of(), List.of()); // that it cannot be read is said elsewhere
        }
    }

    private static Listing list(Path directory, FileTime modified) throws IOException {
        var listing = new Listing(modified, new ArrayList<>(), new ArrayList<>());
        try (var children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (ArticleName.isKeptBack(name)) {
                    continue;
                }
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    listing.directories().add(name);
                } else if (!Files.isDirectory(child)) { // links to folders may go round in circles
                    listing.files().add(name);
                }
            }
        }
        return listing;
    }
}
