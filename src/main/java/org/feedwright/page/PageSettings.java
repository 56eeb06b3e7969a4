package org.feedwright.page;

import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The block {@code feedwright.page}.
 *
 * @param title what the site is called, at the top of every page
 * @param micropub whether the front page tells writing apps where Micropub is
 */
@ConfigurationProperties("feedwright.page")
record PageSettings(
        @DefaultValue("Feeds") String title,
        @DefaultValue("false") boolean micropub) {
    PageSettings {
        if (title.isBlank()) {
            throw new SettingRefused(
                    "feedwright.page.title",
                    title,
                    "is blank",
                    "write what the site is called, such as the publisher's name");
        }
    }
}
