package org.feedwright.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** A request's header fields, whoever received it. */
@FunctionalInterface
public interface Fields {
    /** The field's value, its lines joined by commas (RFC 9110 §5.3); null where it is not there. */
    @Nullable
    String value(String name);

    static Fields of(HttpServletRequest request) {
        return name -> {
            var lines = Collections.list(request.getHeaders(name));
            return lines.isEmpty() ? null : String.join(", ", lines);
        };
    }
}
