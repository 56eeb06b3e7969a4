package org.feedwright.http;

import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Networks of addresses as settings name them. */
public final class Networks {
    /** Neither a host's name, which would be looked up, nor Jetty's older notations. */
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*(?:/[0-9]{1,3})?");

    private Networks() {}

    /** Adds an address, or a network in CIDR notation; false if the text is neither. */
    public static boolean add(String network, InetAddressSet networks) {
        if (!NETWORK.matcher(network).matches()) {
            return false;
        }
        try {
            networks.add(network);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
