package org.feedwright.poll;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Polls and answers as servlets have them. */
final class Exchange {
    private Exchange() {}

    static Poll poll(HttpServletRequest request) {
        return Poll.of(name -> value(request, name));
    }

    /**
     * Sends an answer, to HEAD without its body: "the server MUST NOT send content" (RFC 9110 §9.3.2). A 304
     * goes out before it is known that nothing follows: otherwise Jetty adds {@code Content-Length: 0}, and "a
     * server MUST NOT send Content-Length in such a response unless its field value equals" that of the
     * document (§8.6).
     */
    static void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.fields().forEach(field -> response.setHeader(field.name(), field.value()));
        if (answer.body().hasRemaining() && !request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body().duplicate());
        }
        if (answer.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            response.flushBuffer();
        }
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        var lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }
}
