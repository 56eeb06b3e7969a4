package org.feedwright.feed;

import org.feedwright.article.FeedName;

/** What a feed shows has changed, or when it will; told after the change is safely stored. */
public record FeedChanged(FeedName feed) {}
