package org.feedwright.poll;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedwright.document.FeedDocument;

/**
 * A document as it stands at one time, in every coding. Of all editions of a document, at all times and on
 * all nodes, two have the same tags exactly when they have the same bytes.
 */
final class Edition implements Found {
    private final FeedDocument document;
    private final String fingerprint;
    private final Map<ContentCoding, byte[]> bodies;

    Edition(FeedDocument document) {
        this.document = document;
        this.fingerprint = document.fingerprint();
        this.bodies = Compression.allOf(document.bytes());
    }

    FeedDocument document() {
        return document;
    }

    Set<ContentCoding> codings() {
        return bodies.keySet();
    }

    byte[] body(ContentCoding coding) {
        byte[] body = bodies.get(coding);
        if (body == null) {
            throw new IllegalArgumentException("there is no edition in " + coding);
        }
        return body;
    }

    /** The entity tag of a coding, without its quotes; always strong (RFC 9110 §8.8.3). */
    String tag(ContentCoding coding) {
        return fingerprint + coding.suffix();
    }

    /** The coding whose entity tag this is, if it is one of this edition's. */
    Optional<ContentCoding> codingOf(String tag) {
        return codings().stream().filter(coding -> tag.equals(tag(coding))).findFirst();
    }

    /** When the document last changed; on purpose it can be some seconds ahead of the clock. */
    Instant modified() {
        return document.modified();
    }

    /** Whether no scheduled article has appeared since. */
    boolean isCurrent(Instant now) {
        return document.next() == null || now.isBefore(document.next());
    }
}
