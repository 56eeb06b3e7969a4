package org.feedwright.article;

import java.time.Instant;

/** Articles as a fresh store makes them, without a store. */
public final class Stored {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private static final String FEED = "urn:uuid:00000000-0000-0000-0000-000000000001";

    private Stored() {}

    /**
     * The first version of an article.
     *
     * @param id for an article that states none
     */
    public static Article of(Manuscript manuscript, ArticleId id) {
        var stated = manuscript.statedId();
        return Transition.first(stated != null ? stated.within(FEED) : id, manuscript, Horizon.NONE, LATER);
    }
}
