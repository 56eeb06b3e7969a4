package org.feedwright.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.feedwright.text.Digest;

/** Counts and digests the files of a folder, one after the other. */
final class FolderDigest {
    private final MessageDigest digest = Digest.ofParts();
    private long files;
    private long bytes;

    /** @param sha256 of the file, in hexadecimal digits */
    void add(String name, long size, String sha256) {
        digest.update((name + "\n" + size + "\n" + sha256 + "\n").getBytes(UTF_8));
        files++;
        bytes += size;
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    /** The digest of all; to be called once. */
    Manifest.Part part() {
        return new Manifest.Part(files, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
