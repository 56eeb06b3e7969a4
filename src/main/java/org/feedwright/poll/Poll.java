package org.feedwright.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks, as far as the answer depends on it. The method is no part of it: to HEAD "the server
 * SHOULD send the same header fields in response … as it would have sent if the request method had been
 * GET" (RFC 9110 §9.3.2), and no other method asks for a document.
 *
 * @param ifNoneMatch the documents that the reader has; null where it names none
 * @param ifModifiedSince when the reader's document was modified; null where it does not say, says what is
 *     no date, or names documents, which counts more: "A recipient MUST ignore If-Modified-Since if the
 *     request contains an If-None-Match header field" (RFC 9110 §13.1.3)
 * @param takesDelta whether the reader takes a feed's changed entries alone (RFC 3229 with the {@code feed}
 *     instance manipulation)
 * @param isByPerson whether a browser is about to show the answer to a person
 */
record Poll(
        @Nullable EntityTags ifNoneMatch,
        @Nullable Instant ifModifiedSince,
        AcceptEncoding acceptEncoding,
        boolean takesDelta,
        boolean isByPerson) {

    /** What a cache must compare before it gives one reader's answer to another. */
    static final String VARY = "Accept-Encoding, A-IM, Sec-Fetch-Dest";

    /** A request's header fields, whoever received it. */
    @FunctionalInterface
    interface Fields {
        /** The field's value, its lines joined by commas (RFC 9110 §5.3); null where it is not there. */
        @Nullable
        String value(String name);
    }

    static Poll of(Fields fields) {
        String tags = fields.value("If-None-Match");
        String since = fields.value("If-Modified-Since");
        return new Poll(
                tags == null ? null : EntityTags.parse(tags),
                tags != null || since == null ? null : HttpDate.parse(since).orElse(null),
                AcceptEncoding.parse(fields.value("Accept-Encoding")),
                Weights.parse(fields.value("A-IM")).accept("feed"),
                "document".equals(fields.value("Sec-Fetch-Dest")));
    }
}
