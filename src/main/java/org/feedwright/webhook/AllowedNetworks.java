package org.feedwright.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.util.InetAddressSet;
import org.feedwright.http.Networks;
import org.feedwright.http.PublicAddress;
import org.feedwright.store.SettingRefused;

/** The addresses to which requests may be sent: those of the internet, and those that a setting names. */
final class AllowedNetworks implements Predicate<InetAddress> {
    static final String SETTING = "feedwright.webhooks.allowed-networks";

    private final InetAddressSet named = new InetAddressSet();

    private AllowedNetworks() {}

    /** @param names addresses, and networks in CIDR notation */
    static AllowedNetworks of(List<String> names) {
        var networks = new AllowedNetworks();
        names.forEach(networks::add);
        return networks;
    }

    private void add(String network) {
        if (!Networks.add(network, named)) {
            throw new SettingRefused(
                    SETTING, network, "is no network", "write addresses or networks such as 127.0.0.1 or 10.0.0.0/8");
        }
    }

    @Override
    public boolean test(InetAddress address) {
        return PublicAddress.test(address) || named.test(address);
    }
}
