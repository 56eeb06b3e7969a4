package org.feedwright.poll;

import org.feedwright.edition.DeltaReaders;
import org.feedwright.http.AcceptEncoding;
import org.feedwright.http.Fields;
import org.feedwright.http.Preconditions;

/**
 * What a reader asks, as far as the answer depends on it. The method is no part of it: to HEAD "the server
 * SHOULD send the same header fields in response … as it would have sent if the request method had been
 * GET" (RFC 9110 §9.3.2), and no other method asks for a document.
 *
 * @param conditions what the reader has, or wants to be answered with
 * @param takesDelta whether the reader takes a feed's changed entries alone (RFC 3229 with the {@code feed}
 *     instance manipulation), says so, and is known to mean it
 * @param isByPerson whether a browser is about to show the answer to a person
 */
record Poll(Preconditions conditions, AcceptEncoding acceptEncoding, boolean takesDelta, boolean isByPerson) {

    /**
     * What a cache must compare before it gives one reader's answer to another. Deltas are no part of it: no
     * cache may keep one.
     */
    static final String VARY = "Accept-Encoding, Sec-Fetch-Dest";

    static Poll of(Fields fields, DeltaReaders deltaReaders) {
        return new Poll(
                Preconditions.of(fields),
                AcceptEncoding.parse(fields.value("Accept-Encoding")),
                deltaReaders.take(fields),
                "document".equals(fields.value("Sec-Fetch-Dest")));
    }
}
