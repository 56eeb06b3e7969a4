package org.feedwright.api;

import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.Addresses;

/** The API's absolute addresses. */
record ApiAddresses(String base) {
    static final String ROOT = "/api/v1";
    static final String FEEDS = ROOT + "/feeds";
    static final String FEED = FEEDS + "/{feed}";
    static final String ARTICLES = FEED + "/articles";
    static final String PREVIEW = ARTICLES + "/preview";
    static final String ARTICLE = ARTICLES + "/{slug}";

    static ApiAddresses of(Addresses addresses) {
        return new ApiAddresses(addresses.home().replaceFirst("/$", "") + FEEDS + "/");
    }

    String feed(FeedName feed) {
        return base + feed;
    }

    String articles(FeedName feed) {
        return feed(feed) + "/articles";
    }

    String article(FeedName feed, Slug slug) {
        return articles(feed) + "/" + slug.encoded();
    }
}
