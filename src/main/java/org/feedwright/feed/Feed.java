package org.feedwright.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.feedwright.article.FeedName;

/**
 * A feed as it is stored: its identity and its definition.
 *
 * @param id the feed's id, for ever (RFC 4287 §4.2.6)
 * @param modified the full second after the last change of what its readers see; scheduled articles that have appeared
 *     since are not counted
 * @param defined the full second after its publisher last changed its definition
 * @param isOpen whether readers can see it, because its first articles are all stored
 * @param isRetired whether it has ended, so that its addresses answer 410
 * @param revision counts the changes of what its readers see or will see
 */
public record Feed(
        FeedName name,
        String id,
        FeedDefinition definition,
        Instant modified,
        Instant defined,
        boolean isOpen,
        boolean isRetired,
        long revision) {

    /** The name of the feed that has all articles of all feeds. */
    public static final FeedName ALL = new FeedName("all");

    /** A feed that has not been stored. */
    public Feed(FeedName name, String id, FeedDefinition definition, Instant modified, boolean isRetired) {
        this(name, id, definition, modified, Instant.EPOCH, true, isRetired, 0);
    }

    /** Whether it takes articles of other feeds. */
    public boolean isComposed() {
        return definition.select() != null;
    }

    /** A copy that takes articles by the present names of feeds. */
    public Feed following(Map<FeedName, FeedName> successors) {
        var select = definition.select();
        return select == null ? this : with(definition.with(select.following(successors)));
    }

    /** A copy with another definition. */
    Feed with(FeedDefinition definition) {
        return new Feed(name, id, definition, modified, defined, isOpen, isRetired, revision);
    }

    /** Mints a feed's id. The same authority and name give the same id in every store. */
    static String mintId(String name, String authority) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((authority + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
