package org.feedwright.poll;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections on which a request comes in too slowly, its head or its content. The server's idle timeout
 * counts from the last byte, so a byte now and then keeps a connection for ever.
 *
 * <p>Now and then it looks how many bytes have come since the request began that a connection is at; one on which
 * nothing comes is waiting, or being answered, and none of its business.
 */
final class SlowSenders extends AbstractLifeCycle implements Connection.Listener {
    private final Connector connector;
    private final ConnectionSettings settings;
    private final ConcurrentHashMap<Connection, Coming> connections = new ConcurrentHashMap<>();
    private volatile Scheduler.@Nullable Task next;

    SlowSenders(Connector connector, ConnectionSettings settings) {
        this.connector = connector;
        this.settings = settings;
    }

    /**
     * What has come of a request.
     *
     * @param messages how many requests had begun
     * @param before the bytes of those before it
     * @param bytes all bytes
     * @param since when the first that came after those before it were seen, by {@link System#nanoTime}; 0 if
     *     none were
     */
    private record Coming(long messages, long before, long bytes, long since) {
        Coming next(long messages, long bytes, long now) {
            if (messages != this.messages) {
                return new Coming(messages, bytes, bytes, 0);
            }
            return new Coming(messages, before, bytes, since == 0 && bytes > before ? now : since);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Coming(0, 0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        var task = next;
        if (task != null) {
            task.cancel();
        }
    }

    /**
     * What TLS carries is counted where it comes out, so only the handshake is counted in TLS itself. With HTTP/2 a
     * reader that is being answered sends what has nothing to do with a request: it says how far it has read.
     */
    private static boolean isNoneOfOurs(Connection connection) {
        if (connection instanceof SslConnection tls) {
            return tls.getSslEndPoint().getConnection().getBytesIn() > 0;
        }
        return connection instanceof ConnectionMetaData http
                && http.getHttpVersion() == HttpVersion.HTTP_2
                && connection.getMessagesIn() > connection.getMessagesOut();
    }

    private void schedule() {
        long period = Math.clamp(settings.grace().toMillis() / 4, 50, 1_000);
        next = connector.getScheduler().schedule(this::look, period, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        connections.forEach((connection, coming) -> look(connection, coming, now));
        if (isRunning()) {
            schedule();
        }
    }

    private void look(Connection connection, Coming before, long now) {
        if (isNoneOfOurs(connection)) {
            return;
        }
        var coming = before.next(connection.getMessagesIn(), connection.getBytesIn(), now);
        if (coming.equals(before)) {
            return;
        }
        connections.replace(connection, before, coming);
        long allowed = settings.limit(coming.bytes() - coming.before()).toNanos();
        if (coming.since() != 0 && coming.bytes() > before.bytes() && now - coming.since() > allowed) {
            SlowEnd.of(connection.getEndPoint(), "the request came too slowly");
        }
    }
}
