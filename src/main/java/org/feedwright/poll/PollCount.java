package org.feedwright.poll;

import java.util.concurrent.atomic.LongAdder;
import org.feedwright.document.FeedFormat;
import org.feedwright.http.ContentCoding;

/**
 * How many polls of one kind were answered since the start, and what they cost. Any number of threads count at once,
 * without waiting for each other.
 */
public final class PollCount {
    private final Kind kind;
    private final LongAdder polls = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder saved = new LongAdder();

    PollCount(Kind kind) {
        this.kind = kind;
    }

    /**
     * What polls are told apart by.
     *
     * @param feed the name of a feed that there is, or {@link PollCounts#OTHER}
     * @param coding the document's, of which a 304 says that the reader has it
     */
    public record Kind(String feed, FeedFormat format, int status, ContentCoding coding) {}

    /**
     * Counts a poll.
     *
     * @param body the bytes of the answer's body
     * @param plain the bytes of the document as it is without a coding
     */
    void add(long body, long plain) {
        polls.increment();
        sent.add(body);
        saved.add(plain - body);
    }

    public Kind kind() {
        return kind;
    }

    public long polls() {
        return polls.sum();
    }

    /** The bytes of all bodies. */
    public long sent() {
        return sent.sum();
    }

    /** How many bytes fewer that is than plain documents would have been: by 304, by deltas and by compression. */
    public long saved() {
        return saved.sum();
    }
}
