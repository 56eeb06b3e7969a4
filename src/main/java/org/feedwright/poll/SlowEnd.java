package org.feedwright.poll;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;

/** The end of a connection that is too slow. */
final class SlowEnd {
    private SlowEnd() {}

    /** Ends it at once, with whatever the kernel still holds for it: otherwise that would wait for the reader on. */
    static void of(EndPoint connection, String reason) {
        if (connection.getTransport() instanceof EndPoint encrypted) { // what is below TLS, which would say good-bye
            of(encrypted, reason);
            return;
        }
        if (connection.getTransport() instanceof SocketChannel socket) {
            try {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException | UnsupportedOperationException _) {
                // it has ended by itself
            }
        }
        connection.close(new TimeoutException(reason));
    }
}
