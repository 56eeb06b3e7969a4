package org.feedwright.poll;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.feedwright.poll.KnownPolls.Known;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which a poll that has been asked before, by whomever, in the same bytes, is answered without
 * being read again: two fifths of what a 304 costs are reading and writing header fields (measured 2026-11).
 * Whatever else comes goes the ordinary way, on which {@link FrontCache} says what there is to be remembered.
 */
final class FrontConnection extends HttpConnection {
    private final KnownPolls known;
    private final AtHand atHand;
    private final Callback readable =
            Callback.from(InvocationType.EITHER, this::onFillable, this::onFillInterestedFailed);
    private final Callback written = Callback.from(InvocationType.NON_BLOCKING, this::awaitNext, this::close);

    /** The bytes that are being answered in the ordinary way, if they came alone. */
    private @Nullable ByteBuffer asked;

    private long askedBefore;

    private FrontConnection(
            HttpConfiguration configuration, Connector connector, EndPoint endPoint, KnownPolls known, AtHand atHand) {
        super(configuration, connector, endPoint);
        this.known = known;
        this.atHand = atHand;
    }

    @Override
    public void onFillable() {
        asked = null;
        if (getParser().isStart() && isRequestBufferEmpty() && !getConnector().isShutdown() && answersKnown()) {
            return;
        }
        super.onFillable();
    }

    /** Reads what has come and answers it, or leaves it to be read as a request. */
    private boolean answersKnown() {
        var buffer = getConnector().getByteBufferPool().acquire(getInputBufferSize(), true);
        try {
            var bytes = buffer.getByteBuffer();
            if (getEndPoint().fill(bytes) > 0) {
                var poll = known.find(bytes);
                var answer = poll == null ? null : atHand.bytes(poll.path(), poll.poll());
                if (answer != null) {
                    getEndPoint().write(written, answer);
                    return true;
                }
                asked = KnownPolls.copy(bytes);
                askedBefore = getMessagesIn();
                onUpgradeTo(bytes);
            }
        } catch (IOException e) {
            close(e);
            return true;
        } finally {
            buffer.release();
        }
        return false;
    }

    /** Remembers what the bytes asked that came last, if this request is what they were. */
    static void remember(Request request, String path, Poll poll) {
        if (request.getConnectionMetaData() instanceof FrontConnection connection && isPlain(request)) {
            var bytes = connection.asked;
            if (bytes != null && connection.getMessagesIn() == connection.askedBefore + 1) {
                connection.known.remember(bytes, new Known(path, poll));
            }
        }
    }

    /** Whether nothing comes after the request's header section, and the connection is kept. */
    private static boolean isPlain(Request request) {
        return HttpMethod.GET.is(request.getMethod())
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && request.getHeaders().stream().allMatch(FrontConnection::isPlain);
    }

    private static boolean isPlain(HttpField field) {
        var header = field.getHeader();
        return header == null
                || switch (header) {
                    case CONTENT_LENGTH, TRANSFER_ENCODING, EXPECT, UPGRADE -> false;
                    case CONNECTION -> "keep-alive".equalsIgnoreCase(field.getValue());
                    default -> true;
                };
    }

    private void awaitNext() {
        fillInterested(readable);
    }

    private void close(Throwable problem) {
        getEndPoint().close(problem);
    }

    /** Makes them, in place of Jetty's own. */
    static final class Factory extends HttpConnectionFactory {
        private final KnownPolls known;
        private final AtHand atHand;

        Factory(HttpConfiguration configuration, KnownPolls known, AtHand atHand) {
            super(configuration);
            this.known = known;
            this.atHand = atHand;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            return configure(
                    new FrontConnection(getHttpConfiguration(), connector, endPoint, known, atHand),
                    connector,
                    endPoint);
        }
    }
}
