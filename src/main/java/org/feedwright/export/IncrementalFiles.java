package org.feedwright.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedwright.document.FeedDocument;
import org.feedwright.export.Manifest.Line;
import org.feedwright.poll.StaticServing;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** Files and their compressed forms, of which only those are written that are not there already. */
final class IncrementalFiles {
    private final ExportDirectory directory;
    private final Manifest manifest;
    private final Set<String> endings;
    private final Instant now;
    private final LongAdder written = new LongAdder();
    private final LongAdder kept = new LongAdder();

    /**
     * @param endings of the compressed forms that are wanted, such as {@code .gz}
     * @param now by which what says no date itself is dated; whole seconds
     */
    IncrementalFiles(ExportDirectory directory, Manifest manifest, Set<String> endings, Instant now) {
        this.directory = directory;
        this.manifest = manifest;
        this.endings = endings;
        this.now = now;
    }

    /** Keeps files whose content needs not be made to be known; false if one of them has to be written. */
    boolean keep(Collection<String> paths, String key) {
        var lines = paths.stream().map(manifest::before).toList();
        if (key.isEmpty()
                || !lines.stream().allMatch(line -> line != null && line.key().equals(key))
                || !paths.stream().allMatch(this::isWhole)) {
            return false;
        }
        paths.forEach(this::keep);
        return true;
    }

    /** Keeps a file as the last export left it. */
    void keep(String path) {
        var line = manifest.before(path);
        if (line != null) {
            manifest.keep(path, line);
            kept.increment();
        }
    }

    /** Whether a document or page is there with its compressed forms, as the last export has noted it. */
    boolean isWhole(String path) {
        return isWhole(path, endings);
    }

    private boolean isWhole(String path, Set<String> endings) {
        var line = manifest.before(path);
        return line != null
                && !line.digest().isEmpty()
                && line.endings().equals(String.join(" ", endings))
                && line.files(path).stream().allMatch(directory::has);
    }

    /** Writes a document unless it is there as it is. */
    void put(String path, String key, FeedDocument document) throws IOException {
        put(path, key, document.bytes(), document.modified(), ending -> StaticServing.compressed(document, ending));
    }

    /** Writes a page unless it is there as it is. */
    void put(String path, String key, byte[] page) throws IOException {
        put(path, key, page, null, ending -> StaticServing.compressed(page, ending));
    }

    /**
     * @param key what it is made of; empty where only its bytes say that
     * @param modified when its content changed last; null where that is when it is first seen
     * @param compression makes a compressed form, by the ending of its name
     */
    private void put(
            String path, String key, byte[] bytes, @Nullable Instant modified, Function<String, byte[]> compression)
            throws IOException {
        String digest = Digest.hex(bytes);
        var before = manifest.before(path);
        if (before != null && before.digest().equals(digest) && isWhole(path)) {
            keep(path, key, before, modified);
            return;
        }
        var date = date(before, modified);
        var line = new Line(String.join(" ", endings), key, digest, date);
        announce(path, before, line);
        // The compressed forms first: who has them all is never sent an old one after the new plain one.
        for (String ending : endings) {
            directory.write(path + ending, compression.apply(ending), date);
        }
        directory.write(path, bytes, date);
        finish(path, before, line);
    }

    /**
     * Copies a file unless it is there as it is, by its length and date.
     *
     * @param digest of these
     */
    void put(String path, InputStreamSource file, String digest, Instant modified) throws IOException {
        var before = manifest.before(path);
        if (before != null && before.digest().equals(digest) && isWhole(path, Set.of())) {
            keep(path);
            return;
        }
        var date = date(before, modified);
        var line = new Line("", "", digest, date);
        announce(path, before, line);
        directory.copy(path, file, date);
        finish(path, before, line);
    }

    /** Names also what is there so far, so that the next export knows all that this one may leave. */
    private void announce(String path, @Nullable Line before, Line line) throws IOException {
        manifest.announce(path, before == null ? line.endings() : union(before, line));
    }

    private static String union(Line before, Line line) {
        return String.join(
                " ",
                Stream.of(before, line)
                        .flatMap(each -> each.forms().stream())
                        .distinct()
                        .toList());
    }

    private void finish(String path, @Nullable Line before, Line line) throws IOException {
        if (before != null) {
            for (String ending : before.forms()) {
                if (!line.forms().contains(ending)) {
                    directory.remove(path + ending);
                }
            }
        }
        manifest.note(path, line);
        written.increment();
    }

    private void keep(String path, String key, Line before, @Nullable Instant modified) throws IOException {
        var date = modified == null ? before.modified() : modified;
        if (!date.equals(before.modified())) {
            for (String file : before.files(path)) {
                directory.date(file, date);
            }
        }
        manifest.keep(path, new Line(before.endings(), key, before.digest(), date));
        kept.increment();
    }

    /** Servers make a validator of a file's date and length, so other bytes have another date. */
    private Instant date(@Nullable Line before, @Nullable Instant modified) {
        var date = modified == null ? now : modified;
        boolean isLater = before == null || before.digest().isEmpty() || date.isAfter(before.modified());
        return before == null || isLater ? date : before.modified().plusSeconds(1);
    }

    /** Removes what earlier exports have written and this one has not. */
    int removeOthers() throws IOException {
        int removed = 0;
        for (String path : manifest.gone()) {
            var line = manifest.before(path);
            if (line != null && !path.startsWith(":")) {
                for (String file : line.files(path)) {
                    directory.remove(file);
                }
                removed++;
            }
        }
        return removed;
    }

    long written() {
        return written.sum();
    }

    long kept() {
        return kept.sum();
    }

    static String key(Object... parts) {
        return Digest.hex(List.of(parts).toString());
    }
}
