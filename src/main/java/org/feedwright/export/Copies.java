package org.feedwright.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.feedwright.article.Digest;
import org.feedwright.export.Manifest.Line;
import org.jspecify.annotations.Nullable;

/** Files and their compressed forms, of which only those are written that are not there already. */
final class Copies {
    private final ExportDirectory directory;
    private final Manifest manifest;
    private final Function<byte[], Map<String, byte[]>> compression;
    private final Instant now;
    private final LongAdder written = new LongAdder();
    private final LongAdder kept = new LongAdder();

    /**
     * @param compression makes the compressed forms, by the endings of their names
     * @param now by which what says no date itself is dated; whole seconds
     */
    Copies(
            ExportDirectory directory,
            Manifest manifest,
            Function<byte[], Map<String, byte[]>> compression,
            Instant now) {
        this.directory = directory;
        this.manifest = manifest;
        this.compression = compression;
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

    /** Whether a file is there with its compressed forms, as the last export has noted it. */
    boolean isWhole(String path) {
        var line = manifest.before(path);
        return line != null
                && !line.digest().isEmpty()
                && line.files(path).stream().allMatch(directory::has);
    }

    /**
     * Writes a file unless it is there as it is.
     *
     * @param key what it is made of; empty where only its bytes say that
     * @param modified when its content changed last; null where that is when it is first seen
     */
    void put(String path, String key, byte[] bytes, @Nullable Instant modified) throws IOException {
        String digest = HexFormat.of().formatHex(Digest.of(bytes), 0, 16);
        var before = manifest.before(path);
        if (before != null && before.digest().equals(digest) && isWhole(path)) {
            keep(path, key, before, modified);
            return;
        }
        var date = date(before, modified);
        var bodies = compression.apply(bytes);
        String endings = String.join(" ", bodies.keySet());
        manifest.announce(path, endings);
        // The compressed forms first: who has them all is never sent an old one after the new plain one.
        for (var body : bodies.entrySet()) {
            directory.write(path + body.getKey(), body.getValue(), date);
        }
        directory.write(path, bytes, date);
        manifest.note(path, new Line(endings, key, digest, date));
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
        return HexFormat.of().formatHex(Digest.of(List.of(parts).toString()), 0, 16);
    }
}
