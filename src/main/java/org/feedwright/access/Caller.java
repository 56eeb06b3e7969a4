package org.feedwright.access;

import jakarta.servlet.http.HttpServletRequest;
import org.feedwright.http.Answer.Field;

/**
 * Who uses the API with a request that the gate has let pass.
 *
 * @param token the id of the token
 */
public record Caller(String token, Scopes scopes) {
    private static final String ATTRIBUTE = Caller.class.getName();

    /**
     * The caller of a request.
     *
     * @throws IllegalStateException if the request has not come through the gate
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a request to the API has not come through the gate");
    }

    /** What says that a token does not allow enough (RFC 6750 §3.1). */
    public static Field challenge(String scope) {
        return new Field("WWW-Authenticate", Gate.REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    void accompany(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
