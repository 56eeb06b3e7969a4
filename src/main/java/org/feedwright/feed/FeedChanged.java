package org.feedwright.feed;

import org.feedwright.article.FeedName;

/**
 * What a feed shows has changed, or when it will. Told after the change is safely stored, once for each
 * feed that a transaction touched; a plain {@code @EventListener} hears it.
 */
public record FeedChanged(FeedName feed) {}
