package org.feedwright.authoring;

import java.time.InstantSource;
import org.feedwright.article.Articles;
import org.feedwright.feed.Feeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The log's first lines: what a person who has just started the service wants to know. */
@Component
class Welcome {
    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final Feeds feeds;
    private final Articles articles;
    private final Quarantine quarantine;
    private final AuthoringSettings settings;
    private final InstantSource clock;

    Welcome(Feeds feeds, Articles articles, Quarantine quarantine, AuthoringSettings settings, InstantSource clock) {
        this.feeds = feeds;
        this.articles = articles;
        this.quarantine = quarantine;
        this.settings = settings;
        this.clock = clock;
    }

    void beforeTheFirstLook() {
        log.info("Feedwright is at {}", feeds.addresses().home());
    }

    void afterTheFirstLook() {
        var now = clock.instant();
        log.info(
                "It publishes {} and {} from {}",
                counted(feeds.all().size(), "feed"),
                counted(
                        feeds.all().stream()
                                .mapToInt(feed -> articles.count(feed.name(), now))
                                .sum(),
                        "article"),
                settings.folder().toAbsolutePath().normalize());
        int held = quarantine.count();
        if (held > 0) {
            log.warn(
                    "Quarantined: {}, listed above and at {}",
                    counted(held, "problem"),
                    feeds.addresses().home());
        }
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
