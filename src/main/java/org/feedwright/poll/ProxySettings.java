package org.feedwright.poll;

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
record ProxySettings(@DefaultValue({"loopback", "private"}) List<String> trustedProxies) {
    ProxySettings {
        trustedProxies = List.copyOf(trustedProxies);
        TrustedProxies.of(trustedProxies); // says what is wrong with them
    }

    TrustedProxies trusted() {
        return TrustedProxies.of(trustedProxies);
    }
}
