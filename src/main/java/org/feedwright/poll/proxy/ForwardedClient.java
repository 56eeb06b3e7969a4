package org.feedwright.poll.proxy;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * Names the reader for whom a trusted proxy asks as the one who asks, for the access log and for whoever counts. It is
 * looked up only when someone wants to know, for a poll is answered without.
 *
 * <p>Jetty's own customizer believes everyone, and the first name in the list, which is the reader's own to write.
 * Host and scheme are of no use here: the base URL says them.
 */
public final class ForwardedClient implements HttpConfiguration.Customizer {
    private final TrustedProxies trusted;

    private ForwardedClient(TrustedProxies trusted) {
        this.trusted = trusted;
    }

    /** Has the requests of all connectors looked at. */
    public static void readBy(TrustedProxies trusted, Server server) {
        if (trusted.isEmpty()) {
            return;
        }
        var customizer = new ForwardedClient(trusted);
        for (var connector : server.getConnectors()) {
            for (var factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConfiguration.ConnectionFactory http
                        && !http.getHttpConfiguration().getCustomizers().contains(customizer)) {
                    http.getHttpConfiguration().addCustomizer(customizer);
                }
            }
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        return request.getHeaders().contains(HttpHeader.X_FORWARDED_FOR) ? new Forwarded(request) : request;
    }

    private final class Forwarded extends Request.Wrapper {
        private final ConnectionMetaData connection;

        Forwarded(Request request) {
            super(request);
            this.connection = new Behind(request);
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }

    /** The connection as the reader would have opened it. */
    private final class Behind extends ConnectionMetaData.Wrapper {
        private final HttpFields fields;
        private @Nullable SocketAddress client;

        Behind(Request request) {
            super(request.getConnectionMetaData());
            this.fields = request.getHeaders();
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            var known = client;
            if (known == null) {
                known = client(super.getRemoteSocketAddress());
                client = known;
            }
            return known;
        }

        private SocketAddress client(SocketAddress peer) {
            if (!(peer instanceof InetSocketAddress socket) || socket.getAddress() == null) {
                return peer;
            }
            var reader =
                    trusted.client(socket.getAddress(), fields.getValuesList(HttpHeader.X_FORWARDED_FOR.asString()));
            return reader.equals(socket.getAddress()) ? peer : new InetSocketAddress(reader, 0);
        }
    }
}
