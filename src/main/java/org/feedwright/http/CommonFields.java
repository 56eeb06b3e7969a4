package org.feedwright.http;

import org.feedwright.http.Answer.Field;

/** The header fields that answers of several kinds have alike. */
public final class CommonFields {
    /** The methods of everything that can only be read. */
    public static final String READING = "GET, HEAD, OPTIONS";

    /** Browsers take the media type as it is stated and guess no other. */
    public static final Field NO_SNIFFING = new Field("X-Content-Type-Options", "nosniff");

    /** Scripts of other sites may read the answer (Fetch §3.2.3). */
    public static final Field ANY_ORIGIN = new Field("Access-Control-Allow-Origin", "*");

    /** A cache asks each time whether what it has is still true. */
    public static final Field NO_CACHE = new Field("Cache-Control", "no-cache");

    public static final Field ALLOW_READING = new Field("Allow", READING);

    private CommonFields() {}

    /** Which header fields scripts of other sites may read besides those that they always may (Fetch §3.2.2). */
    public static Field exposing(String names) {
        return new Field("Access-Control-Expose-Headers", names);
    }

    /** What a browser may load and run of an answer that it shows (CSP Level 3). */
    public static Field policy(String directives) {
        return new Field("Content-Security-Policy", directives);
    }

    public static Field retryAfter(Absence absence) {
        return new Field("Retry-After", String.valueOf(absence.patience().toSeconds()));
    }
}
