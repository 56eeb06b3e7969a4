package org.feedwright.article;

/** An article cannot have an id or an address, because another one has it. */
public abstract sealed class Taken extends RuntimeException {
    private final transient Article holder;

    private Taken(String message, Article holder) {
        super(message);
        this.holder = holder;
    }

    /** The article that has it. */
    public Article holder() {
        return holder;
    }

    /** An author stated an id that another article has. */
    public static final class IdTaken extends Taken {
        public IdTaken(Article holder) {
            super(
                    "the id '" + (holder.statedId() == null ? holder.id() : holder.statedId())
                            + "' belongs to the article " + holder.feed() + "/" + holder.slug(),
                    holder);
        }
    }

    /** An article's slug is that of another article in the feed, so both would have one address. */
    public static final class SlugTaken extends Taken {
        public SlugTaken(Article holder) {
            super("the slug '" + holder.slug() + "' belongs to another article of the feed " + holder.feed(), holder);
        }
    }
}
