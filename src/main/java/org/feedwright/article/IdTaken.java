package org.feedwright.article;

/** An author stated an id that another article has. */
public final class IdTaken extends RuntimeException {
    private final transient Article holder;

    public IdTaken(Article holder) {
        super("the id '" + (holder.statedId() == null ? holder.id() : holder.statedId()) + "' belongs to the article "
                + holder.feed() + "/" + holder.slug());
        this.holder = holder;
    }

    public Article holder() {
        return holder;
    }
}
