package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Files by names that are the same to people but not on the disk: a Mac writes {@code ü} as a letter and a
 * mark, and most texts as one character (NFC).
 */
public final class NamesOnDisk {
    /**
     * How long a listing holds of a folder that may be changing: shorter than a look waits for quiet, so that it
     * sees what it was told of.
     */
    private static final Duration VALID = Duration.ofMillis(50);

    /** After so long, no change can have the time that the folder had before: the coarsest disks count in two seconds. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final int MOST = 100; // listings that are kept

    private final Map<Path, Listing> listings = new ConcurrentHashMap<>();

    /**
     * The names in a directory, by two forms of each.
     *
     * @param modified the directory's time before it was listed; null where there is none
     * @param met when it was first seen to have that time
     */
    private record Listing(
            @Nullable FileTime modified,
            long met,
            long since,
            Map<String, String> composed,
            Map<String, String> small) {
        static Listing of(@Nullable FileTime modified, long met, List<String> names) {
            var listing = new Listing(modified, met, System.nanoTime(), new HashMap<>(), new HashMap<>());
            names.forEach(name -> listing.composed.putIfAbsent(NamesOnDisk.composed(name), name));
            names.forEach(name -> listing.small.putIfAbsent(NamesOnDisk.small(name), name));
            return listing;
        }

        boolean has(@Nullable FileTime time) {
            return modified != null && modified.equals(time);
        }

        boolean isValid() {
            return since - met > SETTLED.toNanos() || System.nanoTime() - since < VALID.toNanos();
        }
    }

    /**
     * The file of this name, whatever form the disk has of it; there may be none.
     *
     * @param path in the directory, with {@code /}
     */
    Path find(Path directory, String path) {
        Path exactly = directory.resolve(path);
        return isAscii(path) || exists(exactly)
                ? exactly
                : find(directory, path, (names, name) -> names.composed.get(composed(name)))
                        .orElse(exactly);
    }

    /** The path, as it is on the disk, of the file that has this name in other capitals. */
    Optional<String> inOtherCapitals(Path directory, String path) {
        return find(directory, path, (names, name) -> names.small.get(small(name)))
                .map(found -> directory.relativize(found).toString().replace('\\', '/'))
                .map(NamesOnDisk::composed)
                .filter(found -> !found.equals(composed(path)));
    }

    public static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static String small(String name) {
        return composed(name).toLowerCase(Locale.ROOT);
    }

    private Optional<Path> find(Path directory, String path, BiFunction<Listing, String, @Nullable String> likeliest) {
        Path found = directory;
        for (String name : path.split("/", -1)) {
            if (exists(found.resolve(name))) {
                found = found.resolve(name);
            } else {
                String same = likeliest.apply(listing(found), name);
                if (same == null) {
                    return Optional.empty();
                }
                found = found.resolve(same);
            }
        }
        return Optional.of(found);
    }

    private Listing listing(Path directory) {
        var modified = modified(directory);
        var before = listings.get(directory);
        boolean isAsBefore = before != null && before.has(modified);
        if (before != null && isAsBefore && before.isValid()) {
            return before;
        }
        if (listings.size() > MOST) {
            listings.clear();
        }
        long met = before != null && isAsBefore ? before.met() : System.nanoTime();
        var listing = Listing.of(modified, met, names(directory));
        listings.put(directory, listing);
        return listing;
    }

    private static @Nullable FileTime modified(Path directory) {
        try {
            return Files.getLastModifiedTime(directory);
        } catch (IOException _) {
            return null;
        }
    }

    private static List<String> names(Path directory) {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException _) {
            return List.of(); // it is no directory, or nobody may look into it
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
