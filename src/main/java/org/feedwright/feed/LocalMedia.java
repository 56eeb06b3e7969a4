package org.feedwright.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses in an article name a file in its feed's folder, and where readers find that file. The
 * address is made of the feed and the file, so it stays when the article's file is renamed.
 */
public final class LocalMedia {
    /** A scheme, another host, the root of this one, or this very page: it says by itself where it leads. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?s)(?:[A-Za-z][A-Za-z0-9+.-]*:|[/?#]|\\\\).*");

    /** What stands for something else in addresses or in paths, and servers refuse (RFC 9110 §17.3). */
    private static final Pattern UNSAFE = Pattern.compile("[%\\\\\\p{Cc}\\p{Cs}\uFFFD]");

    private final Addresses addresses;
    private final FeedName feed;
    private final Map<String, MediaFile> files = new HashMap<>();

    public LocalMedia(Addresses addresses, FeedName feed, List<MediaFile> files) {
        this.addresses = addresses;
        this.feed = feed;
        files.forEach(file -> this.files.put(file.path(), file));
    }

    /**
     * The files that an address may mean, the likeliest first: as it was written, because people write names
     * with signs that addresses escape; then as an address (RFC 3986), without query and fragment.
     *
     * @return paths in the feed's folder, with {@code /}; none for an address that leads elsewhere
     */
    public static List<String> paths(String address) {
        String written = address.strip();
        if (written.isEmpty() || ELSEWHERE.matcher(written).matches()) {
            return List.of();
        }
        var paths = new LinkedHashSet<String>();
        path(written).ifPresent(paths::add);
        unescaped(written.substring(0, end(written))).flatMap(LocalMedia::path).ifPresent(paths::add);
        return List.copyOf(paths);
    }

    /** Where readers find the file that an address names; empty if it names none of the article's. */
    public Optional<String> address(String written) {
        return file(written).map(file -> addresses.media(feed, file.path()) + suffix(written.strip(), file));
    }

    /** The file that an address names, if it is one of the article's. */
    Optional<MediaFile> file(String written) {
        return files.isEmpty()
                ? Optional.empty()
                : paths(written).stream()
                        .flatMap(path -> Stream.ofNullable(files.get(path)))
                        .findFirst();
    }

    /** A fragment, such as {@code #t=90}, goes on meaning a place in the file. */
    private static String suffix(String written, MediaFile file) {
        return path(written).filter(file.path()::equals).isPresent() ? "" : written.substring(end(written));
    }

    private static int end(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) != '?' && written.charAt(end) != '#') {
            end++;
        }
        return end;
    }

    /** A path that does not leave the folder and has no hidden part. */
    private static Optional<String> path(String text) {
        var kept = new ArrayList<String>();
        for (String segment : text.split("/", -1)) {
            if (segment.equals("..")) {
                if (kept.isEmpty()) {
                    return Optional.empty();
                }
                kept.removeLast();
            } else if (segment.startsWith(".") && !segment.equals(".")) {
                return Optional.empty();
            } else if (!segment.equals(".")) {
                kept.add(segment);
            }
        }
        String path = String.join("/", kept);
        return kept.stream().anyMatch(String::isBlank)
                        || path.isEmpty()
                        || UNSAFE.matcher(path).find()
                ? Optional.empty()
                : Optional.of(path);
    }

    private static Optional<String> unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        byte[] read = new byte[written.length];
        int length = 0;
        for (int i = 0; i < written.length; i++) {
            Integer octet = written[i] == '%' ? octet(written, i) : Integer.valueOf(written[i]);
            if (octet == null) {
                return Optional.empty();
            }
            read[length++] = octet.byteValue();
            i += written[i] == '%' ? 2 : 0;
        }
        return Optional.of(new String(read, 0, length, StandardCharsets.UTF_8));
    }

    private static @Nullable Integer octet(byte[] written, int at) {
        if (at + 2 >= written.length) {
            return null;
        }
        int high = Character.digit(written[at + 1], 16);
        int low = Character.digit(written[at + 2], 16);
        return high < 0 || low < 0 ? null : high << 4 | low;
    }
}
