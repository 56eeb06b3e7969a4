package org.feedwright.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: first the store, as it is at one moment, then the folder. A file that changes in between is newer in
 * the backup than its article, and will be published as if it had been saved after the restore.
 */
public final class Backup {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What is compressed by itself, by the endings of names. */
    private static final Set<String> COMPRESSED = Set.of(
            "7z", "aac", "avif", "flac", "gif", "gz", "heic", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4", "ogg",
            "opus", "pdf", "png", "webm", "webp", "zip", "zst");

    private final Installation installation;
    private final InstantSource clock;
    private final BackupProgress progress;

    /** @param progress is told how far it has come */
    public Backup(Installation installation, InstantSource clock, BackupProgress progress) {
        this.installation = installation;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What a backup holds.
     *
     * @param bytes of the backup's file
     */
    public record Outcome(long articles, long files, long bytes, LeftOut leftOut) {}

    /**
     * Writes a backup into a file, which is complete or not there.
     *
     * @param replaces whether a file that is there may be replaced
     * @param version of the program
     * @throws BackupRefused if there is nothing to back up, or no place for it
     */
    public Outcome write(Path place, boolean replaces, String version) throws IOException {
        String schema = installation.schema();
        try (var file = BackupFile.begin(place, replaces)) {
            var made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var time = FileTime.from(made);
            var tables = store(file, time);
            var leftOut = new LeftOut();
            var folder = folder(file, leftOut);
            put(
                    file,
                    Manifest.SETTINGS,
                    SettingsText.of(installation.environment()).orElse(null),
                    time);
            var manifest = new Manifest(
                    Manifest.WHAT,
                    Manifest.FORMAT,
                    version,
                    schema,
                    installation.tables().databaseName(),
                    made,
                    installation.baseUrl(),
                    tables,
                    TablesLeftOut.REASONS,
                    folder);
            put(file, Manifest.NAME, JSON.writeValueAsString(manifest) + "\n", time);
            file.finish();
            return outcome(manifest, Files.size(place), leftOut);
        }
    }

    private static Outcome outcome(Manifest manifest, long bytes, LeftOut leftOut) {
        var articles = manifest.tables().get("article");
        var folder = manifest.folder();
        return new Outcome(
                articles == null ? 0 : articles.count(), folder == null ? 0 : folder.count(), bytes, leftOut);
    }

    /** All tables in one state of the store: a transaction that reads keeps neither readers nor writers waiting. */
    private Map<String, Manifest.Part> store(BackupFile file, FileTime time) {
        var tables = installation.tables();
        return tables.transactions().read(() -> {
            var parts = new LinkedHashMap<String, Manifest.Part>();
            tables.counts().forEach((table, count) -> parts.put(table, table(file, tables, table, count, time)));
            return parts;
        });
    }

    private Manifest.Part table(BackupFile file, JdbcTables tables, String table, long count, FileTime time) {
        try (var part = file.begin(Manifest.entry(table), time, true)) {
            long rows = rows(part, tables, table, count);
            return new Manifest.Part(rows, part.bytes(), part.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long rows(PartOutput part, JdbcTables tables, String table, long count) {
        try (var text = new TableText.Writer(part)) {
            var counted =
                    new CountedRows(text, done -> progress.at("Backing up the table " + table, done, count, "rows"));
            tables.read(table, counted);
            return counted.count();
        }
    }

    private Manifest.@Nullable Part folder(BackupFile file, LeftOut leftOut) throws IOException {
        var folder = installation.folder();
        if (!Files.isDirectory(folder)) {
            leftOut.other("the folder " + folder + ", which is not there");
            return null;
        }
        var data = installation.data();
        var found = FolderFiles.of(folder, path -> file.isItself(path) || path.equals(data), leftOut);
        var digest = new FolderDigest();
        for (var each : found.entrySet()) {
            copy(file, each.getKey(), each.getValue(), digest, leftOut);
            progress.at("Backing up the folder", digest.files(), found.size(), "files");
        }
        return digest.part();
    }

    private static void copy(BackupFile file, String name, Path from, FolderDigest digest, LeftOut leftOut)
            throws IOException {
        try (var in = Files.newInputStream(from)) {
            try (var part = file.begin(Manifest.FOLDER + name, Files.getLastModifiedTime(from), isCompressible(name))) {
                in.transferTo(part);
                digest.add(name, part.bytes(), part.sha256());
            }
        } catch (NoSuchFileException _) {
            // it was removed or renamed meanwhile, which a look at the folder after the restore finds out
        } catch (AccessDeniedException _) {
            leftOut.unreadable(name, "this user may not");
        }
    }

    private static boolean isCompressible(String name) {
        return !COMPRESSED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static void put(BackupFile file, String name, @Nullable String text, FileTime time) throws IOException {
        if (text != null) {
            try (var part = file.begin(name, time, true)) {
                part.write(text.getBytes(UTF_8));
            }
        }
    }
}
