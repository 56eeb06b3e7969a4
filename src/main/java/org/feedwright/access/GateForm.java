package org.feedwright.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Problem;
import org.jspecify.annotations.Nullable;

/** How the addresses behind a gate take tokens, and how they refuse. */
enum GateForm {
    /** A token comes in the field {@code Authorization} and nowhere else; problems are those of RFC 9457. */
    API {
        @Override
        @Nullable
        String formToken(HttpServletRequest request) {
            return null;
        }

        @Override
        Answer refusal(int status, String error, String detail, String path, Field... fields) {
            return Problem.of(status, detail, path).answer(fields);
        }
    },

    /** "The access token may be sent in an HTTP Authorization header or this form parameter" (Micropub §3.2). */
    MICROPUB {
        @Override
        @Nullable
        String formToken(HttpServletRequest request) {
            String query = Objects.requireNonNullElse(request.getQueryString(), "");
            if (query.contains(TOKEN)) {
                throw new IllegalArgumentException("A token in an address ends up on logs. Send it in Authorization.");
            }
            String type = Objects.requireNonNullElse(request.getContentType(), "");
            return request.getMethod().equals("POST")
                            && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                    ? request.getParameter(TOKEN)
                    : null;
        }

        @Override
        Answer refusal(int status, String error, String detail, String path, Field... fields) {
            return new OAuthError(error, detail).answer(status, fields);
        }
    };

    private static final String TOKEN = "access_token";

    /**
     * The token that a request brings in its content.
     *
     * @throws IllegalArgumentException if it stands where it must not; the message says so
     * @throws IllegalStateException if the content cannot be read
     */
    abstract @Nullable String formToken(HttpServletRequest request);

    /** @param error a word for programs, where the form has one */
    abstract Answer refusal(int status, String error, String detail, String path, Field... fields);
}
