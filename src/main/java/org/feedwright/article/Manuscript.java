package org.feedwright.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is handed in, before the store has given it its identity.
 *
 * @param statedId what the author gave as its id, if anything; it is believed
 * @param authority the domain under which an id is minted where none is stated (RFC 4151)
 * @param published when the author says it is published; in the future, the article is scheduled
 * @param statedUpdated when the author says it changed last, if at all; it is believed
 * @param draft whether it is to be kept from everyone
 * @param withdrawal that it is taken back; null if it is not
 * @param id what the stated id makes of it; null where none is stated, or it takes the feed's id to make one of it,
 *     which {@link #within} tells
 */
public record Manuscript(
        FeedName feed,
        Slug slug,
        @Nullable StatedId statedId,
        String authority,
        OffsetDateTime published,
        @Nullable Instant statedUpdated,
        boolean draft,
        ArticleText text,
        @Nullable Withdrawal withdrawal,
        @Nullable ArticleId id) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws IllegalArgumentException if a date is one that feeds cannot write, before year 1 or after 9999 */
    public Manuscript {
        published = published.truncatedTo(ChronoUnit.MILLIS);
        refuseUnwritable("published", published.toInstant());
        if (statedUpdated != null) {
            statedUpdated = statedUpdated.truncatedTo(ChronoUnit.MILLIS);
            refuseUnwritable("updated", statedUpdated);
        }
        id = id == null && statedId != null ? statedId.iri() : id;
    }

    /** The same in a feed with this id, by which any stated text makes an id. */
    public Manuscript within(String feedId) {
        return statedId == null || id != null
                ? this
                : new Manuscript(
                        feed,
                        slug,
                        statedId,
                        authority,
                        published,
                        statedUpdated,
                        draft,
                        text,
                        withdrawal,
                        statedId.within(feedId));
    }

    /** RFC 3339 §5.6 and RFC 822 have years of four digits. */
    private static void refuseUnwritable(String name, Instant date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException(name + " is not between the years 1 and 9999");
        }
    }
}
