package org.feedwright.article;

/** What a reader must be told wherever the article is shown; stands apart, after the body. */
public record Disclaimer(Prose prose) {
    /** Says that an article has no disclaimer, not even the feed's. */
    public static final Disclaimer NONE = new Disclaimer(Prose.EMPTY);
}
