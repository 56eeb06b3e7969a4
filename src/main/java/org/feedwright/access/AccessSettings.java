package org.feedwright.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The block {@code feedwright.access}: from where the API may be used, and how long secret addresses work.
 *
 * @param origins the sites whose pages may use the API in a browser, such as {@code https://editor.example.org}
 * @param failedTries the wrong tokens in a minute that one address may bring
 * @param previewLifetime how long a secret address shows what readers do not see yet
 */
@ConfigurationProperties("feedwright.access")
record AccessSettings(
        @DefaultValue List<String> origins,
        @DefaultValue("10") int failedTries,
        @DefaultValue("7d") Duration previewLifetime) {
    private static final Duration LONGEST = Duration.ofDays(365);

    AccessSettings {
        origins = List.copyOf(origins);
        origins.forEach(AccessSettings::check);
        if (failedTries < 1) {
            throw new SettingRefused(
                    "feedwright.access.failed-tries",
                    String.valueOf(failedTries),
                    "would let nobody in",
                    "give a number from 1 on");
        }
        if (previewLifetime.toSeconds() < 1 || previewLifetime.compareTo(LONGEST) > 0) {
            throw new SettingRefused(
                    "feedwright.access.preview-lifetime",
                    previewLifetime.toString(),
                    "is no time that a secret address can last",
                    "give a time between 1s and 365d");
        }
    }

    private static void check(String origin) {
        if (!isOrigin(origin)) {
            throw new SettingRefused(
                    "feedwright.access.origins",
                    origin,
                    "is not a site",
                    "write its scheme and host, and its port if it has one, such as https://editor.example.org");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
