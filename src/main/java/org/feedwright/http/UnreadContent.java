package org.feedwright.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * The content of a request that is answered before all of it was read, because it is refused. Its connection has to end,
 * for nobody can tell where the next request would begin, and the answer has to say so: "A server that does not support
 * persistent connections MUST send the close connection option in every response message" (RFC 9112 §9.3), and a client
 * that was not told sends its next request into the end of the connection.
 *
 * <p>Most clients look for no answer before they have sent everything, and the answer of a connection that is closed while
 * they send may be lost: "To avoid the TCP reset problem, servers typically close a connection in stages" (§9.6). So the
 * answer is sent, and then what is not too much more is read and dropped.
 */
public final class UnreadContent {
    private static final long MOST = 16_000_000; // bytes
    private static final long PATIENCE = 5_000; // milliseconds without a byte

    private UnreadContent() {}

    /** Whether some of a request's content is still to come. What has come is dropped. */
    static boolean isLeft(Request request) {
        return isOnItsOwnConnection(request) && hasContent(request) && !hasCome(request);
    }

    /** {@link Request#consumeAvailable} does as much, but then nothing more can be read once the answer is written. */
    private static boolean hasCome(Request request) {
        boolean isLast = false;
        while (!isLast) {
            var chunk = request.read();
            if (chunk == null) {
                return false;
            }
            isLast = isLast(chunk);
            chunk.release();
        }
        return true;
    }

    private static boolean isLast(Content.Chunk chunk) {
        return chunk.isLast() || Content.Chunk.isFailure(chunk);
    }

    /** The streams of HTTP/2 end each by itself. */
    private static boolean isOnItsOwnConnection(Request request) {
        return request.getConnectionMetaData().getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion();
    }

    private static boolean hasContent(Request request) {
        var fields = request.getHeaders();
        return fields.contains(HttpHeader.TRANSFER_ENCODING) || fields.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
    }

    static boolean isLeft(HttpServletRequest request) {
        boolean hasContent = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasContent && isLeft(ServletContextRequest.getServletContextRequest(request));
    }

    /** Reads what is left, up to a bound, unless its sender waits for leave to send it. */
    static void drop(HttpServletRequest request) throws IOException {
        try (var blocker = Blocker.runnable()) {
            drop(ServletContextRequest.getServletContextRequest(request), blocker);
            blocker.block();
        }
    }

    /**
     * The same without waiting.
     *
     * @param after is run in the end
     */
    static void drop(Request request, Runnable after) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            after.run();
        } else {
            request.getConnectionMetaData().getConnection().getEndPoint().setIdleTimeout(PATIENCE);
            new Dropping(request, after).run();
        }
    }

    /** Reads on whenever something has come. */
    private static final class Dropping extends Invocable.Task.Abstract {
        private final Request request;
        private final Runnable after;
        private long left = MOST;

        Dropping(Request request, Runnable after) {
            super(InvocationType.NON_BLOCKING);
            this.request = request;
            this.after = after;
        }

        @Override
        public void run() {
            boolean isLast = false;
            while (!isLast && left > 0) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                left -= chunk.remaining();
                isLast = isLast(chunk);
                chunk.release();
            }
            after.run();
        }
    }
}
