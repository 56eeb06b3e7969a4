package org.feedwright.article;

/** An article's slug is that of another article in the feed, so both would have one address. */
public final class SlugTaken extends RuntimeException {
    private final transient Article holder;

    public SlugTaken(Article holder) {
        super("the slug '" + holder.slug() + "' belongs to another article of the feed " + holder.feed());
        this.holder = holder;
    }

    public Article holder() {
        return holder;
    }
}
