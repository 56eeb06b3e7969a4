package org.feedwright.api;

import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Answer.Field;
import org.springframework.stereotype.Component;

/** Finds the feed that a request names, and refuses one that cannot be written to. */
@Component
public class KnownFeeds {
    private static final Field SOON = new Field("Retry-After", "1");

    private final Feeds feeds;
    private final FirstLook firstLook;

    KnownFeeds(Feeds feeds, FirstLook firstLook) {
        this.feeds = feeds;
        this.firstLook = firstLook;
    }

    /** The name of a feed that an address names. */
    public static FeedName name(String text) {
        if (!FeedName.isValid(text)) {
            throw new Refusal(
                    404,
                    "'" + text + "' cannot be a feed's name. Write lower-case letters, digits and '-', at most 100.");
        }
        return new FeedName(text);
    }

    static Slug slug(String text) {
        if (!Slug.isValid(text)) {
            throw new Refusal(
                    404,
                    "'" + text
                            + "' cannot be an article's address. Write letters, digits and '-', such as my-article.");
        }
        return new Slug(text);
    }

    /** Until the folder has been looked through, nobody knows what is its own. */
    public void refuseDuringFirstLook() {
        if (firstLook.isUnderWay()) {
            throw new Refusal(503, "The folder is still being looked through. Please ask again in a moment.", SOON);
        }
    }

    /** The feed, which may have ended. */
    public Feed find(FeedName feed) {
        return feeds.stored(feed)
                .orElseThrow(() -> new Refusal(
                        404,
                        "There is no feed '" + feed + "'. PUT " + ApiAddresses.FEEDS + "/" + feed + " makes one."));
    }

    /** The feed, if articles can be published in it now. */
    public Feed findOpen(FeedName name) {
        refuseDuringFirstLook();
        var feed = find(name);
        if (feed.isRetired()) {
            throw new Refusal(409, "The feed '" + name + "' has ended. Define it again before you publish in it.");
        }
        if (!feed.isOpen()) {
            throw new Refusal(
                    503, "The feed's first articles are still being stored. Please ask again in a moment.", SOON);
        }
        return feed;
    }
}
