package org.feedwright.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of an attempt. */
sealed interface Outcome {
    /** The receiver answered with 2xx. */
    record Delivered() implements Outcome {}

    /** The receiver answered with 410: "no longer interested in receiving webhooks from this source". */
    record Gone() implements Outcome {}

    /**
     * It failed, and is tried again.
     *
     * @param reason why, in words that an operator understands and that hold no secret
     * @param isAway whether the receiver cannot be reached or has too much to do, so that others need not be tried now
     * @param notBefore when it wants to be asked again; null if it does not say
     */
    record Failed(String reason, boolean isAway, @Nullable Instant notBefore) implements Outcome {}
}
