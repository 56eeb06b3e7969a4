package org.feedwright.poll.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.feedwright.http.Networks;
import org.feedwright.store.SettingRefused;
import org.jspecify.annotations.Nullable;

/** The proxies that are believed when they say for whom they ask. */
public final class TrustedProxies {
    private static final Map<String, List<String>> NAMED = Map.of(
            "none", List.of(),
            "loopback", List.of("127.0.0.0/8", "::1"),
            "private",
                    List.of(
                            "10.0.0.0/8",
                            "172.16.0.0/12",
                            "192.168.0.0/16",
                            "169.254.0.0/16",
                            "100.64.0.0/10", // RFC 6598, also of overlay networks
                            "fc00::/7",
                            "fe80::/10"));

    /** An address, perhaps with the port that some proxies add. */
    private static final Pattern HOP = Pattern.compile("\\[([^]]+)](?::\\d+)?|([\\d.]+)(?::\\d+)?|([0-9a-fA-F:.]+)");

    private final InetAddressSet networks;

    private TrustedProxies(InetAddressSet networks) {
        this.networks = networks;
    }

    static TrustedProxies of(List<String> names) {
        var networks = new InetAddressSet();
        for (String name : names) {
            NAMED.getOrDefault(name, List.of(name)).forEach(network -> add(network, networks));
        }
        return new TrustedProxies(networks);
    }

    private static void add(String network, InetAddressSet networks) {
        if (!Networks.add(network, networks)) {
            throw new SettingRefused(
                    "feedwright.http.trusted-proxies",
                    network,
                    "is no network",
                    "write addresses or networks such as 192.0.2.7 or 10.0.0.0/8, loopback, private, or none");
        }
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    /**
     * Who asks: the last in the chain whom no trusted proxy vouches for. Each proxy adds the address from which it was
     * asked at the end; whatever stands before the first that is trusted, anyone may have written.
     *
     * @param peer who opened the connection
     * @param chain the values of {@code X-Forwarded-For}, in their order
     */
    InetAddress client(InetAddress peer, List<String> chain) {
        var hops = String.join(",", chain).split(",", -1);
        var client = peer;
        for (int i = hops.length - 1; i >= 0 && networks.test(client); i--) {
            var before = address(hops[i].strip());
            if (before == null) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private static @Nullable InetAddress address(String hop) {
        var form = HOP.matcher(hop);
        if (!form.matches()) {
            return null;
        }
        String literal = form.group(1) != null ? form.group(1) : form.group(2) != null ? form.group(2) : form.group(3);
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
