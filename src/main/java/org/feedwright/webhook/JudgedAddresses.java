package org.feedwright.webhook;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Resolves a host for a connection that is being opened, and leaves of its addresses only those that may be asked. The
 * connection goes to one of them, so that a server of names that answers differently each time leads nowhere else.
 */
final class JudgedAddresses implements SocketAddressResolver {
    private final SocketAddressResolver resolver;
    private final Predicate<InetAddress> allowed;

    JudgedAddresses(SocketAddressResolver resolver, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /** A host has no address that may be asked. */
    static final class NotAllowed extends ConnectException {
        private static final long serialVersionUID = 1L;

        NotAllowed(String host, InetAddress address) {
            super(host + " is " + address.getHostAddress() + ", which is no public address; " + AllowedNetworks.SETTING
                    + " names networks that may be asked all the same");
        }
    }

    @Override
    public void resolve(
            String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> connection) {
        resolver.resolve(host, port, context, new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> resolved) {
                var judged = resolved.stream()
                        .filter(address -> address.getAddress() != null && allowed.test(address.getAddress()))
                        .toList();
                if (judged.isEmpty()) {
                    connection.failed(new NotAllowed(host, resolved.getFirst().getAddress()));
                } else {
                    connection.succeeded(judged);
                }
            }

            @Override
            public void failed(Throwable failure) {
                connection.failed(failure);
            }
        });
    }
}
