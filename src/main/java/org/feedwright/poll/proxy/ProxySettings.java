package org.feedwright.poll.proxy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code feedwright.http}: which proxies are believed when they say for whom they ask.
 *
 * @param trustedProxies networks in CIDR notation, single addresses, {@code loopback} and {@code private}; {@code none}
 *     for nobody
 */
@ConfigurationProperties("feedwright.http")
public record ProxySettings(
        @DefaultValue({"loopback", "private"}) List<String> trustedProxies) {
    public ProxySettings {
        trustedProxies = List.copyOf(trustedProxies);
        TrustedProxies.of(trustedProxies); // says what is wrong with them
    }

    public TrustedProxies trusted() {
        return TrustedProxies.of(trustedProxies);
    }
}
