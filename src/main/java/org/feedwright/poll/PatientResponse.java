package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer in pieces, and ends the connection of a reader that takes a piece too slowly: the server's idle
 * timeout counts from the last byte that was taken. Most answers are one piece, which the socket takes at once;
 * only what it does not take is timed.
 */
final class PatientResponse extends Response.Wrapper {
    private static final int PIECE = 64 * 1024;

    private final ConnectionSettings settings;

    PatientResponse(Request request, Response response, ConnectionSettings settings) {
        super(request, response);
        this.settings = settings;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (content == null || !content.hasRemaining()) {
            super.write(last, content, callback);
        } else if (content.remaining() <= PIECE) {
            writePiece(last, content, callback);
        } else {
            writePiece(false, content.slice(content.position(), PIECE), new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    write(last, content.position(content.position() + PIECE), getCallback());
                }
            });
        }
    }

    private void writePiece(boolean last, ByteBuffer piece, Callback callback) {
        int length = piece.remaining();
        var written = new Written(callback);
        super.write(last, piece, written);
        if (!written.isDone()) {
            written.end(getRequest(), settings.limit(length).toMillis());
        }
    }

    /** Knows whether a piece has been taken, and what to do if it is not. */
    private static final class Written extends Callback.Nested {
        private final AtomicBoolean done = new AtomicBoolean();
        private volatile Scheduler.@Nullable Task task;

        Written(Callback callback) {
            super(callback);
        }

        boolean isDone() {
            return done.get();
        }

        /** Ends the connection after this time, unless the piece has been taken by then. */
        void end(Request request, long milliseconds) {
            var scheduled = request.getComponents()
                    .getScheduler()
                    .schedule(() -> endSlow(request.getConnectionMetaData()), milliseconds, TimeUnit.MILLISECONDS);
            task = scheduled;
            if (isDone()) {
                scheduled.cancel();
            }
        }

        /** With HTTP/2, only the stream: others on the connection may be read well. */
        private void endSlow(ConnectionMetaData connection) {
            String reason = "the answer was taken too slowly";
            if (connection.getHttpVersion() == HttpVersion.HTTP_2) {
                failed(new TimeoutException(reason));
            } else if (!isDone()) {
                SlowEnd.of(connection.getConnection().getEndPoint(), reason);
            }
        }

        @Override
        public void succeeded() {
            if (end()) {
                super.succeeded();
            }
        }

        @Override
        public void failed(Throwable problem) {
            if (end()) {
                super.failed(problem);
            }
        }

        /** Whether it was not at its end before. */
        private boolean end() {
            if (!done.compareAndSet(false, true)) {
                return false;
            }
            var scheduled = task;
            if (scheduled != null) {
                scheduled.cancel();
            }
            return true;
        }
    }
}
