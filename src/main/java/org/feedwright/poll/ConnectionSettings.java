package org.feedwright.poll;

import java.time.Duration;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code feedwright.connection}: how slowly bytes may come and go before a connection is ended. Whoever is slower
 * holds a connection for hours; a telephone at the edge of its network is faster by far.
 *
 * @param minRate how many bytes must move in a second, both ways; 0 for no limit
 * @param grace the time that is given besides, for each request and for each piece of an answer
 */
@ConfigurationProperties("feedwright.connection")
record ConnectionSettings(
        @DefaultValue("1KB") DataSize minRate,
        @DefaultValue("10s") Duration grace) {
    ConnectionSettings {
        if (minRate.isNegative()) {
            throw new SettingRefused(
                    "feedwright.connection.min-rate",
                    minRate.toString(),
                    "is less than nothing",
                    "write how many bytes a reader must take in a second, such as 1KB, or 0 for no limit");
        }
        if (grace.isNegative() || grace.isZero() || grace.compareTo(Duration.ofHours(1)) > 0) {
            throw new SettingRefused(
                    "feedwright.connection.grace",
                    grace.toString(),
                    "is no time, or more than an hour",
                    "write how long a request may take to come in besides, such as 10s");
        }
    }

    boolean isLimited() {
        return minRate.toBytes() > 0;
    }

    /** How long so many bytes may take. */
    Duration limit(long bytes) {
        return grace.plusMillis(bytes * 1000 / minRate.toBytes());
    }
}
