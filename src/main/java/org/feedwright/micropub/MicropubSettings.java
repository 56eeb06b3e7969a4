package org.feedwright.micropub;

import org.feedwright.article.FeedName;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The block {@code feedwright.micropub}.
 *
 * @param feed the feed in which a post appears that names none, if its token may publish in several; empty for none
 */
@ConfigurationProperties("feedwright.micropub")
record MicropubSettings(@DefaultValue("") String feed) {
    MicropubSettings {
        if (!feed.isEmpty() && !FeedName.isValid(feed)) {
            throw new SettingRefused(
                    "feedwright.micropub.feed",
                    feed,
                    "is not a feed's name",
                    "write the name of a feed, such as notes");
        }
    }
}
