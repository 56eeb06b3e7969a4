package org.feedwright.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.feedwright.text.Digest;

/** A part of a backup while it is written, which is counted and digested. */
final class PartOutput extends FilterOutputStream {
    private final MessageDigest digest = Digest.ofParts();
    private long bytes;

    PartOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] values, int from, int length) throws IOException {
        out.write(values, from, length);
        digest.update(values, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** The digest, in hexadecimal digits; to be called once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
