package org.feedwright.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedwright.http.Answer.Field;

/**
 * Sends every answer, before the servlets and behind them. Jetty then hands it to the server's {@code RequestLog},
 * with all that it answers by itself.
 */
public final class AnswerWriter {
    /** What an error says beyond its body, in whichever form it is told. */
    private static final Set<String> KEPT = Set.of("Allow", "Retry-After");

    private static final Field CLOSE = new Field("Connection", "close");

    private AnswerWriter() {}

    /** Sends an answer that was true at a time, from which its age counts. */
    public static void send(Answer answer, Instant time, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Date", HttpDate.format(time));
        send(answer, request, response);
    }

    /**
     * Sends an answer, of an error in the form that the asker reads: a page to a browser, and a problem (RFC 9457) to
     * every program.
     */
    public static void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!answer.isError()) {
            write(answer, request, response);
            return;
        }
        boolean isBrowser = Asker.isBrowser(Fields.of(request));
        if (isBrowser && !isPage(answer)) {
            put(answer.only(KEPT), response);
            response.sendError(answer.status()); // the error's page comes back here
        } else {
            boolean isReadable = isBrowser || !isPage(answer);
            write(varied(isReadable ? answer : problem(answer, request)), request, response);
        }
    }

    /**
     * Sends an answer as it is, to HEAD without its body: "the server MUST NOT send content" (RFC 9110 §9.3.2). A 304
     * goes out before it is known that nothing follows: otherwise Jetty adds {@code Content-Length: 0}, and "a
     * server MUST NOT send Content-Length in such a response unless its field value equals" that of the
     * document (§8.6). So does the answer to a request that has not been read to its end, before its rest is read.
     */
    public static void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isUnread = UnreadContent.isLeft(request);
        begin(isUnread ? answer.with(CLOSE) : answer, response);
        if (answer.body().hasRemaining()) {
            response.setContentLength(answer.body().remaining());
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(answer.body().duplicate());
            }
        }
        if (isUnread || answer.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            response.flushBuffer();
        }
        if (isUnread) {
            UnreadContent.drop(request);
        }
    }

    /** Sends status and header fields; the content follows as a stream. */
    public static void begin(Answer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        put(answer.fields().toArray(Field[]::new), response);
    }

    /** Sends an answer before the servlets, without blocking. */
    public static void send(EncodedAnswer answer, boolean isHead, Response response, Callback callback) {
        response.setStatus(answer.status());
        var fields = response.getHeaders();
        for (HttpField field : answer.fields()) {
            fields.add(field);
        }
        var body = answer.body();
        // What is said to be the last of a response, Jetty gives a Content-Length; of a 304 it would be a lie.
        boolean isLast = answer.status() != HttpStatus.NOT_MODIFIED_304;
        response.write(isLast, body == null || isHead ? null : body.duplicate(), callback);
    }

    /**
     * Sends an answer before the servlets to a request that is refused, of which something may not have been read, or
     * that nobody could read.
     */
    public static void refuse(EncodedAnswer answer, Request request, Response response, Callback callback) {
        boolean isUnread = UnreadContent.isLeft(request);
        if (isUnread || !request.getConnectionMetaData().isPersistent()) {
            // Jetty leaves that out where it takes what it could not read for HTTP/1.0, and answers by HTTP/1.1.
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        var sent = isUnread
                ? Callback.from(() -> UnreadContent.drop(request, callback::succeeded), callback::failed)
                : callback;
        send(answer, false, response, sent);
    }

    /**
     * Refuses a request before the servlets, told like every other error. {@link Response#writeError} does as much, but
     * leaves nothing of the request's content to be read afterwards.
     */
    public static boolean refuse(int status, Request request, Response response, Callback callback) throws Exception {
        response.setStatus(status);
        var server = request.getConnectionMetaData().getConnector().getServer();
        return server.getErrorHandler().handle(request, response, callback);
    }

    private static void put(Field[] fields, HttpServletResponse response) {
        for (var field : fields) {
            if (!field.name().equals("Vary") || !isSaid(field, response)) {
                response.setHeader(field.name(), field.value());
            }
        }
    }

    /** Whether the response states already that it depends on as much, as that to a document's address does. */
    private static boolean isSaid(Field vary, HttpServletResponse response) {
        return response.getHeaders("Vary").stream().anyMatch(value -> value.contains(vary.value()));
    }

    private static boolean isPage(Answer answer) {
        String type = answer.value("Content-Type");
        return type != null && type.startsWith("text/html");
    }

    private static Answer problem(Answer page, HttpServletRequest request) {
        return Problem.of(page.status(), Asked.path(request)).answer(page.only(KEPT));
    }

    private static Answer varied(Answer error) {
        return error.value("Vary") == null ? error.with(new Field("Vary", Asker.VARY)) : error;
    }
}
