package org.feedwright.feed;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code feedwright.base-url}: the address at which people reach this service; every address in a
 * document begins with it.
 */
@ConfigurationProperties("feedwright")
record FeedSettings(URI baseUrl) {
    FeedSettings {
        if (!isAddress(baseUrl)) {
            throw new IllegalArgumentException("feedwright.base-url is '" + baseUrl
                    + "', which is not an address that readers can use; write the one at which people reach this"
                    + " service, such as https://feeds.example.org");
        }
    }

    private static boolean isAddress(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
    }
}
