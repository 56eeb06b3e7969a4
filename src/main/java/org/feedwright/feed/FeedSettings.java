package org.feedwright.feed;

import java.net.URI;
import java.net.URISyntaxException;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * The setting {@code feedwright.base-url}: the address at which people reach this service. Every address in a document
 * begins with it.
 */
@ConfigurationProperties("feedwright")
public record FeedSettings(URI baseUrl) {
    @ConstructorBinding
    FeedSettings(String baseUrl) {
        this(address(baseUrl));
    }

    private static URI address(String text) {
        try {
            var address = new URI(text.strip());
            if (isReachable(address)) {
                return address;
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw new SettingRefused(
                "feedwright.base-url",
                text,
                "is not an address that readers can use",
                "write the one at which people reach this service, such as https://feeds.example.org");
    }

    private static boolean isReachable(URI address) {
        return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }
}
