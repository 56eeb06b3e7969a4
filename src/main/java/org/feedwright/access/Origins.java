package org.feedwright.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.http.Answer.Field;
import org.jspecify.annotations.Nullable;

/** The sites whose pages may use the API in a browser (Fetch §3.2, which calls it CORS). */
final class Origins {
    private static final String METHODS = "GET, HEAD, PUT, POST, PATCH, DELETE";
    private static final String FIELDS = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
            + " Upload-Complete, Upload-Length, Upload-Offset";
    private static final String EXPOSED = "ETag, Location, Link, Retry-After, WWW-Authenticate,"
            + " Upload-Complete, Upload-Length, Upload-Limit, Upload-Offset";

    private final Set<String> allowed;
    private final String own;

    /** @param home the address of this service */
    Origins(List<String> allowed, String home) {
        this.allowed = allowed.stream().map(Origins::asSent).collect(Collectors.toUnmodifiableSet());
        this.own = asSent(home);
    }

    /** The origin of an address as a browser writes it (URL §4.5): in small letters, without a port that goes without saying. */
    private static String asSent(String address) {
        var uri = URI.create(address);
        String site = (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT);
        int usual = site.startsWith("https:") ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? site : site + ":" + uri.getPort();
    }

    /** Whether a page of another site asks, which may not. */
    boolean refuse(@Nullable String origin) {
        return origin != null && !origin.equals(own) && !allowed.contains(origin);
    }

    /** What tells a browser that the page may read the answer; nothing where it may not. */
    List<Field> fields(@Nullable String origin) {
        if (allowed.isEmpty()) {
            return List.of();
        }
        var vary = new Field("Vary", "Origin");
        return origin == null || !allowed.contains(origin)
                ? List.of(vary)
                : List.of(
                        vary,
                        new Field("Access-Control-Allow-Origin", origin),
                        new Field("Access-Control-Expose-Headers", EXPOSED));
    }

    /** What a browser is told that asks for leave before the request itself. */
    List<Field> leave(@Nullable String origin) {
        return origin == null || !allowed.contains(origin)
                ? List.of()
                : List.of(
                        new Field("Access-Control-Allow-Methods", METHODS),
                        new Field("Access-Control-Allow-Headers", FIELDS),
                        new Field("Access-Control-Max-Age", "600"));
    }
}
