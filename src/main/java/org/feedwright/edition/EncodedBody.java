package org.feedwright.edition;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.http.ContentCoding;

/**
 * The bytes of a document in every coding, outside the heap, from where they go to a socket without a copy. They are
 * compressed in a coding when the first reader asks for it, once however many ask.
 */
public final class EncodedBody {
    private final ByteBuffer plain;
    private final Effort effort;
    private final ConcurrentHashMap<ContentCoding, ByteBuffer> compressed = new ConcurrentHashMap<>();

    EncodedBody(byte[] content, Effort effort) {
        this.plain = outsideTheHeap(content);
        this.effort = effort;
    }

    static Set<ContentCoding> codings() {
        return Compression.codings();
    }

    public boolean isAtHand(ContentCoding coding) {
        return coding == ContentCoding.IDENTITY || compressed.containsKey(coding);
    }

    /** The bytes in this coding, compressed if need be. */
    public ByteBuffer in(ContentCoding coding) {
        var body = coding == ContentCoding.IDENTITY ? plain : compressed.computeIfAbsent(coding, this::compress);
        return body.duplicate();
    }

    /** How many bytes there are without a coding. */
    int length() {
        return plain.remaining();
    }

    /** The memory that all codings take, in bytes. */
    int size() {
        return plain.remaining()
                + compressed.values().stream().mapToInt(ByteBuffer::remaining).sum();
    }

    private ByteBuffer compress(ContentCoding coding) {
        byte[] content = new byte[plain.remaining()];
        plain.duplicate().get(content);
        return outsideTheHeap(Compression.of(content, coding, effort));
    }

    private static ByteBuffer outsideTheHeap(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
