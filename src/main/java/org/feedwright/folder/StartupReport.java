package org.feedwright.folder;

import org.feedwright.authoring.Quarantine;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The log's first lines: what a person who has just started the service wants to know. */
@Component
class StartupReport {
    private static final Logger log = LoggerFactory.getLogger(StartupReport.class);

    private final Feeds feeds;
    private final Timeline timeline;
    private final Quarantine quarantine;
    private final Warnings warnings;
    private final UnreadFiles unread;
    private final FolderSettings settings;

    StartupReport(
            Feeds feeds,
            Timeline timeline,
            Quarantine quarantine,
            Warnings warnings,
            UnreadFiles unread,
            FolderSettings settings) {
        this.feeds = feeds;
        this.timeline = timeline;
        this.quarantine = quarantine;
        this.warnings = warnings;
        this.unread = unread;
        this.settings = settings;
    }

    void beforeTheFirstLook() {
        log.info("Feedwright is at {}", feeds.addresses().home());
    }

    void afterTheFirstLook() {
        warnings.endStart();
        log.info(
                "It publishes {} and {} from {}",
                counted(feeds.all().size(), "feed"),
                counted(timeline.count(LogicalFeed.of(Feed.ALL)), "article"),
                settings.folder().toAbsolutePath().normalize());
        int held = quarantine.count();
        if (held > 0) {
            log.warn("Quarantined: {}, listed above and by the command check", counted(held, "problem"));
        }
        int warned = warnings.all().size() + unread.warnings().size();
        if (warned > 0) {
            log.warn("Published all the same: {}, listed by the command check", counted(warned, "warning"));
        }
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
