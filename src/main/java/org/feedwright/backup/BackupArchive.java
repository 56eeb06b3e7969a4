package org.feedwright.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A backup that is read. It may be damaged, or made by somebody else: nothing of it counts before a {@link
 * BackupCheck} has read all of it.
 */
final class BackupArchive implements StoreSource, AutoCloseable {
    private static final int LONGEST_MANIFEST = 1 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupArchive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupRefused if the file is no backup that this program can read */
    static BackupArchive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("There is no file " + file);
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new BackupArchive(file, zip, manifest(file, zip));
        } catch (ZipException e) {
            close(zip);
            throw new BackupRefused(file + " is no backup, or only a part of one (" + e.getMessage() + ")");
        } catch (JacksonException _) {
            close(zip);
            throw new BackupRefused(
                    file + " is no backup of Feedwright: its " + Manifest.NAME + " says something else");
        } catch (BackupRefused e) {
            close(zip);
            throw e;
        }
    }

    private static void close(@Nullable ZipFile zip) throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupRefused(file + " is no backup of Feedwright: it has no " + Manifest.NAME);
        }
        byte[] bytes;
        try (var in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LONGEST_MANIFEST);
        }
        var manifest = Backup.JSON.readValue(bytes, Manifest.class);
        if (manifest.format() > Manifest.FORMAT) {
            throw new BackupRefused(file + " was made by Feedwright " + manifest.version()
                    + " in a form that this version does not know; restore it with that version or a later one");
        }
        return manifest;
    }

    Manifest manifest() {
        return manifest;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String schema() {
        return manifest.schema();
    }

    @Override
    public Map<String, Long> tables() {
        var tables = new LinkedHashMap<String, Long>();
        manifest.tables().forEach((table, part) -> tables.put(table, part.count()));
        return tables;
    }

    @Override
    public void read(String table, RowSink sink) {
        try (var in = open(Manifest.entry(table))) {
            TableText.read(in, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new BackupRefused(
                    "The table " + table + " in " + file + " cannot be read (" + e.getOriginalMessage() + ")");
        }
    }

    InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupRefused("There is no " + name + " in " + file + ", which must have it; it is damaged");
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    /** The names of all files in it. In one that is damaged, a name may be there twice. */
    List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The files of the folder, in their order, each with its path in there. */
    Map<String, ZipEntry> folder() {
        var files = new LinkedHashMap<String, ZipEntry>();
        zip.stream()
                .filter(entry -> entry.getName().startsWith(Manifest.FOLDER))
                .forEach(entry -> files.put(entry.getName().substring(Manifest.FOLDER.length()), entry));
        return files;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
