package org.feedwright.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A feed as bytes, with the facts that HTTP states about it.
 *
 * @param bytes the document in UTF-8; must not be changed
 * @param self the document's own address
 * @param hubs the addresses of its WebSub hubs
 * @param modified when the document last changed, in whole seconds
 * @param next when the document will change by itself, because a scheduled article appears; null if it will not
 * @param ttl how long its publisher lets readers wait between polls; null where the publisher does not say
 * @param isComplete whether it is an archive document to which nothing is added any more
 * @param archives the addresses of its neighbours in the history, by relation (RFC 5005 §4)
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it, and a copy would cost its size
public record FeedDocument(
        FeedFormat format,
        byte[] bytes,
        String self,
        List<String> hubs,
        Instant modified,
        @Nullable Instant next,
        @Nullable Duration ttl,
        boolean isComplete,
        Map<String, String> archives) {

    /** A document that has no archives. */
    public FeedDocument(
            FeedFormat format,
            byte[] bytes,
            String self,
            List<String> hubs,
            Instant modified,
            @Nullable Instant next,
            @Nullable Duration ttl) {
        this(format, bytes, self, hubs, modified, next, ttl, false, Map.of());
    }

    /** A digest of the bytes. It is equal exactly when the bytes are, on every machine and at any time. */
    public String fingerprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Digest.of(bytes), 15));
    }
}
