package org.feedwright.poll;

/**
 * What a poll is counted as if its answer is sent, with the count at hand: to look that up costs more than to count.
 *
 * @param body the bytes of the answer's body
 * @param plain the bytes of the document as it is without a coding
 */
record PollNote(PollCount count, long body, long plain) {
    int status() {
        return count.kind().status();
    }

    /** Counts that the answer is sent; to HEAD goes no body, and none is saved. */
    void sent(boolean isHead) {
        count.add(isHead ? 0 : body, isHead ? 0 : plain);
    }
}
