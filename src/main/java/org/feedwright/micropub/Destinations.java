package org.feedwright.micropub;

import java.util.List;
import java.util.stream.Collectors;
import org.feedwright.access.Caller;
import org.feedwright.access.Scopes;
import org.feedwright.api.Refusal;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The feeds in which an app may publish, and the one that it means. */
@Component
@EnableConfigurationProperties(MicropubSettings.class)
class Destinations {
    private final Feeds feeds;
    private final MicropubSettings settings;

    Destinations(Feeds feeds, MicropubSettings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    List<Feed> open(Scopes scopes) {
        return feeds.all().stream()
                .filter(feed -> scopes.mayPublish(feed.name()))
                .toList();
    }

    /**
     * The feed of a post.
     *
     * @param stated the feed that the app names, as one of those that {@code q=config} lists; null where it names none
     */
    FeedName of(Scopes scopes, @Nullable String stated) {
        var feed = stated == null ? usual(scopes) : named(stated);
        mustPublish(scopes, feed);
        return feed;
    }

    private static FeedName named(String stated) {
        if (!FeedName.isValid(stated)) {
            throw MicropubRefusal.invalid("There is no destination '" + stated + "'. Ask for them with q=config.");
        }
        return new FeedName(stated);
    }

    static void mustPublish(Scopes scopes, FeedName feed) {
        if (!scopes.mayPublish(feed)) {
            throw insufficient(Scopes.publishing(feed), "in the feed '" + feed + "'");
        }
    }

    private static Refusal insufficient(String scope, String where) {
        return new Refusal(403, "This token does not allow to publish " + where + ".", Caller.challenge(scope));
    }

    private FeedName usual(Scopes scopes) {
        if (!settings.feed().isEmpty() && scopes.mayPublish(new FeedName(settings.feed()))) {
            return new FeedName(settings.feed());
        }
        var open = open(scopes);
        if (open.isEmpty()) {
            throw insufficient("publish:" + Scopes.EVERY_FEED, "in any feed that there is");
        }
        if (open.size() > 1) {
            throw MicropubRefusal.invalid("This token may publish in several feeds. Send 'mp-destination' with one of: "
                    + open.stream().limit(20).map(feed -> feed.name().value()).collect(Collectors.joining(", "))
                    + ". Or set feedwright.micropub.feed.");
        }
        return open.getFirst().name();
    }
}
