package org.feedwright.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.feedwright.text.Digest;

/** Checks that a backup is as it was written, and that it can do no harm. */
final class BackupCheck {
    private final BackupArchive archive;
    private final BackupProgress progress;

    BackupCheck(BackupArchive archive, BackupProgress progress) {
        this.archive = archive;
        this.progress = progress;
    }

    /**
     * Reads everything, and compares it with what the manifest says.
     *
     * @return the digests of the folder's files
     * @throws BackupRefused if anything is not as it was written, or a path leads out of the folder
     */
    Map<String, String> run() throws IOException {
        var manifest = archive.manifest();
        long done = 0;
        for (var table : manifest.tables().entrySet()) {
            var part = table.getValue();
            var read = digested(Manifest.entry(table.getKey()), part.bytes());
            demand(read.bytes == part.bytes() && read.sha256.equals(part.sha256()), "the table " + table.getKey());
            done += part.bytes();
            progress.at("Checking " + archive.name(), done, manifest.bytes(), "bytes");
        }
        return checkFolder(manifest, done);
    }

    private Map<String, String> checkFolder(Manifest manifest, long before) throws IOException {
        var names = archive.names();
        demand(new HashSet<>(names).size() == names.size(), "the list of its files, which has one twice,");
        var digests = new LinkedHashMap<String, String>();
        var whole = new FolderDigest();
        var folder = manifest.folder();
        long left = folder == null ? 0 : folder.bytes();
        for (String path : archive.folder().keySet()) {
            ArchivePath.in(Path.of("").toAbsolutePath(), path);
            var read = digested(Manifest.FOLDER + path, left);
            left -= read.bytes;
            digests.put(path, read.sha256);
            whole.add(path, read.bytes, read.sha256);
            progress.at("Checking " + archive.name(), before + whole.bytes(), manifest.bytes(), "bytes");
        }
        demand(folder == null ? digests.isEmpty() : folder.equals(whole.part()), "the folder");
        refuseFilesAsFolders(digests.keySet());
        return digests;
    }

    /** A path cannot go on behind a file. */
    private void refuseFilesAsFolders(Set<String> paths) {
        for (String path : paths) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                demand(!paths.contains(path.substring(0, slash)), "the folder");
            }
        }
    }

    private record Digested(long bytes, String sha256) {}

    /** @param most what it may have at most, so that a few bytes cannot become very many */
    private Digested digested(String name, long most) throws IOException {
        try (var in = new DigestInputStream(archive.open(name), Digest.ofParts())) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                demand(bytes <= most, name);
            }
            return new Digested(
                    bytes, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (ZipException e) {
            throw damaged(name + " (" + e.getMessage() + ")");
        }
    }

    private void demand(boolean isTrue, String what) {
        if (!isTrue) {
            throw damaged(what);
        }
    }

    private BackupRefused damaged(String what) {
        return new BackupRefused(archive.name() + " is damaged: " + what
                + " is not as it was written. Nothing was restored; take another backup");
    }
}
