package org.feedwright.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs that are made of a namespace and a name, and so are the same everywhere (<a
 * href="https://www.rfc-editor.org/rfc/rfc9562#section-5.5">RFC 9562 §5.5</a>, version 5).
 */
public final class NamedUuid {
    private NamedUuid() {}

    public static UUID of(UUID namespace, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + bytes.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(bytes);
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(input.array()));
            long high = (digest.getLong() & ~0xF000L) | 0x5000L;
            long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
