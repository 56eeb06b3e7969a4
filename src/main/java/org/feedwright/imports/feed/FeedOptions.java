package org.feedwright.imports.feed;

/**
 * What is taken of a feed, and how.
 *
 * @param isMove whether the pages move here, too: articles have no link elsewhere, and their old paths lead to them
 * @param hasMail whether authors' e-mail addresses are taken
 * @param isPaged whether older documents are at {@code ?paged=2} and so on, as WordPress has them
 * @param isFirstOnly whether older documents are left where they are
 */
public record FeedOptions(boolean isMove, boolean hasMail, boolean isPaged, boolean isFirstOnly) {}
