package org.feedwright.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;

/** Answers as servlets send them. */
public final class AnswerWriter {
    private static final int FIRST_ERROR = 400;

    private AnswerWriter() {}

    /** Sends what was true at a time, from which it counts. */
    public static void send(Answer answer, Instant time, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Date", HttpDate.format(time));
        send(answer, request, response);
    }

    /**
     * Sends an answer, to HEAD without its body: "the server MUST NOT send content" (RFC 9110 §9.3.2). A 304
     * goes out before it is known that nothing follows: otherwise Jetty adds {@code Content-Length: 0}, and "a
     * server MUST NOT send Content-Length in such a response unless its field value equals" that of the
     * document (§8.6). A browser sees a page in place of a problem.
     */
    public static void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (answer.status() >= FIRST_ERROR && Asker.isBrowser(Fields.of(request))) {
            answer.fields().stream()
                    .filter(field ->
                            field.name().equals("Allow") || field.name().equals("Retry-After"))
                    .forEach(field -> response.setHeader(field.name(), field.value()));
            response.sendError(answer.status());
            return;
        }
        response.setStatus(answer.status());
        answer.fields().forEach(field -> response.setHeader(field.name(), field.value()));
        if (answer.body().hasRemaining() && !request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body().duplicate());
        }
        if (answer.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            response.flushBuffer();
        }
    }
}
