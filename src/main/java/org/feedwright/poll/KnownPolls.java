package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Polls by the very bytes that asked them. Readers send the same bytes each time until a document changes,
 * and what bytes mean does not change: so they are read once. What is answered is decided anew every time.
 */
final class KnownPolls {
    /** Enough for a publisher's aggregators; when there are more, all are forgotten, and soon known again. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 1_000; // bytes

    private final ConcurrentHashMap<ByteBuffer, Known> polls = new ConcurrentHashMap<>();

    /** @param path of the document that is polled */
    record Known(String path, Poll poll) {}

    /** What these bytes ask; null if that is not known. */
    @Nullable
    Known find(ByteBuffer bytes) {
        return polls.get(bytes);
    }

    /** @param bytes a request as it came, with nothing before and nothing after it */
    void remember(ByteBuffer bytes, Known poll) {
        if (polls.size() >= MOST) {
            polls.clear();
        }
        polls.put(bytes, poll);
    }

    int size() {
        return polls.size();
    }

    /** A copy of what could be remembered; null if it is too long, or anything but one request without content. */
    static @Nullable ByteBuffer copy(ByteBuffer bytes) {
        if (bytes.remaining() > LONGEST) {
            return null;
        }
        var copy = ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        return isOneHead(copy) ? copy : null;
    }

    /** Whether the bytes begin with a line and have their only empty line at their end, however lines end. */
    private static boolean isOneHead(ByteBuffer bytes) {
        int lines = 0;
        int length = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            byte b = bytes.get(i);
            if (b == '\n' && length == 0) {
                return lines > 0 && i == bytes.limit() - 1;
            }
            if (b == '\n') {
                lines++;
                length = 0;
            } else if (b != '\r') {
                length++;
            }
        }
        return false;
    }
}
