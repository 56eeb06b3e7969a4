package org.feedwright.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with a receiver, as far as any node knows.
 *
 * @param waiting how many deliveries wait
 * @param succeeded when the last attempt that succeeded was made; null if none has
 * @param failed when the last attempt that failed was made; null if none has
 * @param failure why it failed
 * @param failing since when no attempt has succeeded; null while the last one has
 * @param abandoned how many deliveries were given up
 * @param gaveUp when the last of them was; null if none was
 */
record EndpointState(
        String name,
        long waiting,
        @Nullable Instant succeeded,
        @Nullable Instant failed,
        @Nullable String failure,
        @Nullable Instant failing,
        long abandoned,
        @Nullable Instant gaveUp) {
    static EndpointState unused(String name) {
        return new EndpointState(name, 0, null, null, null, null, 0, null);
    }

    /** Whether the last attempt has failed. */
    boolean isFailing() {
        return failing != null;
    }

    /** One line for the operator. */
    String line() {
        var line = new StringBuilder(waiting + " waiting");
        line.append(succeeded == null ? "; none delivered yet" : "; last delivered " + succeeded);
        if (failing != null) {
            line.append("; failing since ").append(failing).append(": ").append(failure);
        } else if (failed != null) {
            line.append("; last failure ").append(failed).append(": ").append(failure);
        }
        if (gaveUp != null) {
            line.append("; ").append(abandoned).append(" given up, the last ").append(gaveUp);
        }
        return line.toString();
    }
}
