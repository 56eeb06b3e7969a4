package org.feedwright.poll;

import org.feedwright.http.EncodedAnswer;

/**
 * An answer to a poll, with the count of its kind at hand: to look that up costs more than to count.
 *
 * @param plain the bytes of the document as it is without a coding
 */
record CountedAnswer(EncodedAnswer answer, PollCount count, long plain) {
    /** Counts that the answer is sent; to HEAD goes no body, and none is saved. */
    void count(boolean isHead) {
        if (isHead) {
            count.add(0, 0);
        } else {
            var body = answer.body();
            count.add(body == null ? 0 : body.remaining(), plain);
        }
    }
}
