package org.feedwright.api;

import org.feedwright.http.Fields;
import org.feedwright.http.Preconditions;
import org.feedwright.http.Preconditions.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which a request wants to change something (RFC 9110 §13).
 *
 * @param isIfMatchRequired whether who changes what is there must say which state of it he knows (RFC 6585 §3)
 */
public record Conditions(Fields fields, boolean isIfMatchRequired) {
    /**
     * Refuses the change if its conditions are not met.
     *
     * @param tag the entity tag of what is there; null where nothing is
     */
    public void check(@Nullable String tag) {
        if (tag == null) {
            if (fields.value("If-Match") != null) {
                throw new Refusal(412, "Nothing is here that If-Match could name.");
            }
        } else if (!(Preconditions.of(fields).outcome(tag, tag::equals, null) instanceof Outcome.Met)) {
            throw new Refusal(412, "What is here is another state than the request expects. Get it, and try again.");
        } else if (isIfMatchRequired && fields.value("If-Match") == null) {
            throw new Refusal(
                    428,
                    "Something is here. Get it, and send its ETag as If-Match, so that no change of others is lost.");
        }
    }
}
