package org.feedwright.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a way in hands it over, before the store has given it its identity.
 *
 * @param statedId the id that the author states; null where none is stated
 * @param authority the domain under which an id is minted where none is stated (RFC 4151)
 * @param published the date of publication that the author states; if it lies in the future, the article is scheduled
 * @param statedUpdated the date of the last change that the author states; null where none is stated
 * @param draft whether the article is kept from everyone
 * @param withdrawal the author's withdrawal; null if the article is not withdrawn
 * @param id the id that the stated id makes; null where none is stated, or where it takes the feed's id to make one
 *     ({@link #within})
 * @param aliases the addresses on this host that lead to the article, unless something lives there: as the author wrote
 *     them, or as requests ask for them ({@link #asAsked})
 * @param idAddress the address, or what a pattern makes, that is the article's id where its feed says so; null where one
 *     is minted
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
        @Nullable ArticleId id,
        List<String> aliases,
        @Nullable String idAddress) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** A manuscript of an article that had no other addresses. */
    public Manuscript(
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
        this(feed, slug, statedId, authority, published, statedUpdated, draft, text, withdrawal, id, List.of(), null);
    }

    /** @throws IllegalArgumentException if a date is one that feeds cannot write, before year 1 or after 9999 */
    public Manuscript {
        published = published.truncatedTo(ChronoUnit.MILLIS);
        refuseUnwritable("published", published.toInstant());
        if (statedUpdated != null) {
            statedUpdated = statedUpdated.truncatedTo(ChronoUnit.MILLIS);
            refuseUnwritable("updated", statedUpdated);
        }
        id = id == null && statedId != null ? statedId.iri() : id;
        aliases = List.copyOf(aliases);
    }

    /** A copy for a feed with this id, in which any stated text makes an id. */
    public Manuscript within(String feedId) {
        return statedId == null || id != null ? this : with(statedId.within(feedId), aliases, idAddress);
    }

    /** A copy that states these other addresses. */
    public Manuscript withAliases(List<String> others) {
        return with(id, others, idAddress);
    }

    /**
     * A copy with what the feed says of addresses.
     *
     * @param aliases as requests ask for them
     * @param idAddress null where an id is minted
     */
    public Manuscript asAsked(List<String> aliases, @Nullable String idAddress) {
        return with(id, aliases, idAddress);
    }

    private Manuscript with(@Nullable ArticleId id, List<String> aliases, @Nullable String idAddress) {
        return new Manuscript(
                feed,
                slug,
                statedId,
                authority,
                published,
                statedUpdated,
                draft,
                text,
                withdrawal,
                id,
                aliases,
                idAddress);
    }

    /** Refuses a year that is not of four digits, as RFC 3339 §5.6 and RFC 822 demand. */
    private static void refuseUnwritable(String name, Instant date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException(name + " is not between the years 1 and 9999");
        }
    }
}
