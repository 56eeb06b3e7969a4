package org.feedwright.page;

import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code feedwright.page.title}: what the site is called, at the top of every page. */
@ConfigurationProperties("feedwright.page")
record PageSettings(@DefaultValue("Feeds") String title) {
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
