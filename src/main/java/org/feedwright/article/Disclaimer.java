package org.feedwright.article;

/** A notice that readers must see wherever the article is shown. It stands apart, after the body. */
public record Disclaimer(Prose prose) {
    /** States that an article has no disclaimer, not even the feed's. */
    public static final Disclaimer NONE = new Disclaimer(Prose.EMPTY);
}
