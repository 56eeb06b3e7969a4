package org.feedwright.authoring;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedwright.article.MediaFile;
import org.feedwright.feed.LocalMedia;
import org.jspecify.annotations.Nullable;

/**
 * The files beside an article that it can name, looked up while it is read. What it named is remembered, with
 * what was there at the time: also a name under which there is nothing yet.
 */
final class FilesBeside {
    private final @Nullable Folder folder;
    private final String directory;
    private final Map<String, Stamp> named = new TreeMap<>();
    private final Map<String, MediaFile> found = new LinkedHashMap<>();
    private boolean isUnfinished;

    FilesBeside(@Nullable Folder folder, String directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /** For an article that stands by itself. */
    static FilesBeside none() {
        return new FilesBeside(null, "");
    }

    Optional<MediaFile> find(String address) {
        return find(address, "");
    }

    /**
     * The file that an address names.
     *
     * @param type its media type, if that is known; else it is told by its name
     */
    Optional<MediaFile> find(String address, String type) {
        for (String path : LocalMedia.paths(address)) {
            var file = file(path);
            if (file.isPresent()) {
                return file.map(each -> found.merge(
                        path,
                        new MediaFile(path, type.isEmpty() ? MediaTypes.servedAs(path) : type, each.size()),
                        (before, now) -> type.isEmpty() ? before : now));
            }
        }
        return Optional.empty();
    }

    private Optional<Stamp> file(String path) {
        if (folder == null) {
            return Optional.empty();
        }
        var file = folder.beside(directory, path);
        var stamp = file.map(Folder::stampOrNone).orElse(Stamp.NONE);
        if (!stamp.equals(Stamp.NONE) || MediaTypes.ofName(path).isPresent()) {
            named.put(path, stamp); // a link to another article names no file that may still come
        }
        if (stamp.equals(Stamp.NONE)) {
            return Optional.empty();
        }
        // Who wrote before this is seen here, and who writes later makes it look again.
        isUnfinished |= file.map(OpenForWriting::test).orElse(false);
        return Optional.of(stamp);
    }

    /** The path of a file on the disk. */
    Optional<Path> path(MediaFile file) {
        return folder == null ? Optional.empty() : folder.beside(directory, file.path());
    }

    /** The files that the article brings with it. */
    List<MediaFile> found() {
        return List.copyOf(found.values());
    }

    /** All that was looked for, with what was there. */
    Map<String, Stamp> named() {
        return named;
    }

    /** Whether someone is still writing one of them, so that its length would be wrong. */
    boolean isUnfinished() {
        return isUnfinished;
    }
}
