package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The same content in every coding, outside the heap, whence it goes to a socket without being copied. */
final class Bodies {
    private final Map<ContentCoding, ByteBuffer> buffers = new EnumMap<>(ContentCoding.class);

    Bodies(byte[] content) {
        Compression.allOf(content)
                .forEach((coding, bytes) -> buffers.put(
                        coding,
                        ByteBuffer.allocateDirect(bytes.length)
                                .put(bytes)
                                .flip()
                                .asReadOnlyBuffer()));
    }

    Set<ContentCoding> codings() {
        return buffers.keySet();
    }

    ByteBuffer in(ContentCoding coding) {
        var buffer = buffers.get(coding);
        if (buffer == null) {
            throw new IllegalArgumentException("there is nothing in " + coding);
        }
        return buffer.duplicate();
    }

    /** The memory that they take, in bytes. */
    int size() {
        return buffers.values().stream().mapToInt(ByteBuffer::remaining).sum();
    }
}
