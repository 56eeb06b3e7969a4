package org.feedwright.imports.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.function.Predicate;

/** The hosts that may be asked: those of which every address is allowed. */
record AllowedHosts(Predicate<InetAddress> allowed) {
    static {
        // Read by Java when a name is first resolved, which no command does before. Else it is thirty seconds, and a
        // server of names that answers differently the next time could lead one request to a private address.
        Security.setProperty("networkaddress.cache.ttl", "-1");
    }

    /** @throws IOException if an address names no host, there is none of its name, or it may not be asked */
    void judge(URI uri) throws IOException {
        String host = uri.getHost();
        if (host == null) {
            throw new IOException("'" + uri + "' names no host");
        }
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!allowed.test(address)) {
                    throw new IOException(host + " is " + address.getHostAddress()
                            + ", which is no public address; --allow-private asks there all the same");
                }
            }
        } catch (UnknownHostException e) {
            throw new IOException("there is no host " + host, e);
        }
    }
}
