package org.feedwright.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.feedwright.http.PublicAddress;
import org.feedwright.store.SettingRefused;

/** The addresses to which requests may be sent: those of the internet, and those that a setting names. */
final class AllowedNetworks implements Predicate<InetAddress> {
    static final String SETTING = "feedwright.webhooks.allowed-networks";

    /** Neither a host's name, which would be looked up, nor Jetty's older notations. */
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*(?:/[0-9]{1,3})?");

    private final InetAddressSet named = new InetAddressSet();

    private AllowedNetworks() {}

    /** @param names addresses, and networks in CIDR notation */
    static AllowedNetworks of(List<String> names) {
        var networks = new AllowedNetworks();
        names.forEach(networks::add);
        return networks;
    }

    private void add(String network) {
        try {
            if (NETWORK.matcher(network).matches()) {
                named.add(network);
                return;
            }
        } catch (RuntimeException _) {
            // said below
        }
        throw new SettingRefused(
                SETTING, network, "is no network", "write addresses or networks such as 127.0.0.1 or 10.0.0.0/8");
    }

    @Override
    public boolean test(InetAddress address) {
        return PublicAddress.test(address) || named.test(address);
    }
}
