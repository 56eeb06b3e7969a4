package org.feedwright.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What exports have written, so that the next one writes only what has changed and removes only what is its
 * own.
 *
 * <p>It is a file of lines to which each write is announced before it happens: after a crash, it names at
 * least what is there. Of what was announced and is not known to have been written, the next export writes
 * everything anew.
 */
final class Manifest implements AutoCloseable {
    private static final String FILE = "manifest";

    private final Path file;
    private final Map<String, Line> before = new ConcurrentHashMap<>();
    private final Map<String, Line> now = new ConcurrentHashMap<>();
    private final BufferedWriter journal;

    /**
     * @param endings of the files that are there beside the plain one, separated by spaces
     * @param key what it was made of; empty where that says nothing
     * @param digest of its bytes; empty while that is not known
     */
    record Line(String endings, String key, String digest, Instant modified) {
        List<String> files(String path) {
            var files = new ArrayList<String>(List.of(path));
            forms().forEach(ending -> files.add(path + ending));
            return files;
        }

        /** The endings. */
        List<String> forms() {
            return endings.isEmpty() ? List.of() : List.of(endings.split(" ", -1));
        }

        private String text(String path) {
            return String.join("\t", path, endings, key, digest, String.valueOf(modified.getEpochSecond())) + "\n";
        }
    }

    Manifest(ExportDirectory directory) throws IOException {
        this.file = directory.own(FILE);
        if (Files.exists(file)) {
            try (var lines = Files.lines(file, UTF_8)) {
                lines.forEach(this::read);
            }
        }
        this.journal = Files.newBufferedWriter(file, UTF_8, CREATE, APPEND);
    }

    /** The last line of a crashed export may be half a line. */
    private void read(String text) {
        String[] fields = text.split("\t", -1);
        if (fields.length == 5 && fields[4].matches("-?[0-9]{1,15}")) {
            before.put(
                    fields[0],
                    new Line(fields[1], fields[2], fields[3], Instant.ofEpochSecond(Long.parseLong(fields[4]))));
        }
    }

    /** What the last export has said of this path. */
    @Nullable
    Line before(String path) {
        return before.get(path);
    }

    /** Notes that something is as the last export has left it. */
    void keep(String path, Line line) {
        now.put(path, line);
    }

    /** Announces that something is going to be written. */
    void announce(String path, String endings) throws IOException {
        append(new Line(endings, "", "", Instant.EPOCH).text(path));
    }

    /** Notes that it has been. */
    void note(String path, Line line) throws IOException {
        now.put(path, line);
        append(line.text(path));
    }

    /** Notes what has no file. */
    void note(String name, String key, @Nullable Instant until) {
        now.put(name, new Line("", key, "", until == null ? Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000) : until));
    }

    /** The paths that were there and are no longer meant to be. */
    List<String> gone() {
        return before.keySet().stream().filter(path -> !now.containsKey(path)).toList();
    }

    /** Whether this export has written something there, or left it as it was. */
    boolean has(String path) {
        return now.containsKey(path);
    }

    /** All paths of the last export. */
    Set<String> paths() {
        return before.keySet();
    }

    private synchronized void append(String text) throws IOException {
        journal.write(text);
        journal.flush();
    }

    /** Writes it anew, without what is past. */
    void settle() throws IOException {
        journal.close();
        var draft = file.resolveSibling(FILE + ".draft");
        try (var out = Files.newBufferedWriter(draft, UTF_8)) {
            for (var line :
                    now.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
                out.write(line.getValue().text(line.getKey()));
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
