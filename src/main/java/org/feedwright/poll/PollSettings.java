package org.feedwright.poll;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code feedwright.poll}.
 *
 * @param maxAge how long a document may be used without asking again, where its feed states no {@code ttl}
 */
@ConfigurationProperties("feedwright.poll")
record PollSettings(@DefaultValue("5m") Duration maxAge) {
    PollSettings {
        if (maxAge.isNegative() || maxAge.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("feedwright.poll.max-age is '" + maxAge
                    + "'; write how long readers may wait between polls, such as 5m, and not more than 365d");
        }
    }
}
