package org.feedwright.api;

import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The block {@code feedwright.api}.
 *
 * @param maxRequestSize the largest request that is read
 * @param requireIfMatch whether who changes what is there must say which state of it he knows
 */
@ConfigurationProperties("feedwright.api")
record ApiSettings(
        @DefaultValue("2MB") DataSize maxRequestSize,
        @DefaultValue("false") boolean requireIfMatch) {
    ApiSettings {
        if (maxRequestSize.toBytes() < 1 || maxRequestSize.toBytes() > Integer.MAX_VALUE / 8) {
            throw new SettingRefused(
                    "feedwright.api.max-request-size",
                    maxRequestSize.toString(),
                    "is no size that requests can have here",
                    "give a size between 1B and 255MB");
        }
    }
}
