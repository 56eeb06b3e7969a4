package org.feedwright.text;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 digests, and codes made of them. The same bytes give the same digest on every machine and at any time. */
public final class Digest {
    private static final String KEYED = "HmacSHA256";

    /** Is only cloned: a look-up of the algorithm takes twice as long as the digest of an article. */
    private static final MessageDigest UNUSED = unused();

    private Digest() {}

    /** The digest of bytes, in 32 bytes. */
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

    /** A digest of bytes that come in parts. */
    public static MessageDigest ofParts() {
        return unused();
    }

    /** A code of bytes that come in parts, which only who has the key can make (HMAC-SHA256). */
    public static Mac keyed(byte[] key) {
        try {
            var code = Mac.getInstance(KEYED);
            code.init(new SecretKeySpec(key, KEYED));
            return code;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + KEYED, e);
        }
    }

    /** The digest of a text's UTF-8, in 32 bytes. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first half of the digest of bytes, in 32 hexadecimal digits; enough to tell any two contents apart. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content), 0, 16);
    }

    /** The first half of the digest of a text's UTF-8, in 32 hexadecimal digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
