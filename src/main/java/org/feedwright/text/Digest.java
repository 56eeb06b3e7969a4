package org.feedwright.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has: the same bytes give the same digest on every machine and at any time. */
public final class Digest {
    /** Only copied: to look the algorithm up takes twice as long as to digest an article. */
    private static final MessageDigest UNUSED = unused();

    private Digest() {}

    /** 32 bytes. */
    public static byte[] of(byte[] content) {
        try {
            return ((MessageDigest) UNUSED.clone()).digest(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own digests can be copied", e);
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of a text's UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Half of it, which is enough to tell any two contents apart, in 32 hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content), 0, 16);
    }

    /** Of a text's UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
