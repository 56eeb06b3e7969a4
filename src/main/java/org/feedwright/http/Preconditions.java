package org.feedwright.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which a request wants to be answered (RFC 9110 §13), in the order of their precedence
 * (§13.2.2). They count only where the answer would be a good one otherwise (§13.2.1).
 */
public final class Preconditions {
    private static final Preconditions NONE = new Preconditions(null, null, null, null);

    private final @Nullable EntityTags ifMatch;
    private final @Nullable Instant ifUnmodifiedSince;
    private final @Nullable EntityTags ifNoneMatch;
    private final @Nullable Instant ifModifiedSince;

    /**
     * @param ifMatch what the answer must be one of; null where the request does not say
     * @param ifUnmodifiedSince when it must not have changed since; null where the request does not say, says
     *     what is no date, or has {@code If-Match}, which counts more (§13.1.4)
     * @param ifNoneMatch what the asker has; null where it names nothing
     * @param ifModifiedSince when what the asker has was modified; null where it does not say, says what is no
     *     date, or names what it has, which counts more: "A recipient MUST ignore If-Modified-Since if the request
     *     contains an If-None-Match header field" (§13.1.3)
     */
    private Preconditions(
            @Nullable EntityTags ifMatch,
            @Nullable Instant ifUnmodifiedSince,
            @Nullable EntityTags ifNoneMatch,
            @Nullable Instant ifModifiedSince) {
        this.ifMatch = ifMatch;
        this.ifUnmodifiedSince = ifUnmodifiedSince;
        this.ifNoneMatch = ifNoneMatch;
        this.ifModifiedSince = ifModifiedSince;
    }

    /** What comes of the conditions. */
    public sealed interface Outcome {
        /** The answer is sent. */
        record Met() implements Outcome {}

        /**
         * 304: the asker has it.
         *
         * @param tag the entity tag by which the asker knows it, without quotes: a cache "MUST NOT use the new response
         *     to update any stored responses" whose tag the answer does not repeat (RFC 9111 §4.3.4)
         */
        record NotModified(String tag) implements Outcome {}

        /** 412. */
        record Failed() implements Outcome {}
    }

    public static Preconditions of(Fields fields) {
        String match = fields.value("If-Match");
        String unmodified = match != null ? null : fields.value("If-Unmodified-Since");
        String noneMatch = fields.value("If-None-Match");
        String modified = noneMatch != null ? null : fields.value("If-Modified-Since");
        return match == null && unmodified == null && noneMatch == null && modified == null
                ? NONE
                : new Preconditions(tags(match), date(unmodified), tags(noneMatch), date(modified));
    }

    /**
     * Compares the conditions with the representation that there is.
     *
     * @param tag its entity tag in the coding that would be sent, without quotes; strong
     * @param isCurrent whether an entity tag is that of the same representation in some coding
     * @param modified when it was last changed; null where nobody knows, and dates do not count
     */
    public Outcome outcome(String tag, Predicate<String> isCurrent, @Nullable Instant modified) {
        if (fail(isCurrent, modified)) {
            return new Outcome.Failed();
        }
        String known = ifNoneMatch != null
                ? known(ifNoneMatch, tag, isCurrent)
                : modified != null && ifModifiedSince != null && !modified.isAfter(ifModifiedSince) ? tag : null;
        return known == null ? new Outcome.Met() : new Outcome.NotModified(known);
    }

    /** The entity tags of what the asker has, without quotes. */
    public List<String> known() {
        return ifNoneMatch == null ? List.of() : ifNoneMatch.values();
    }

    /** Tags are compared weakly, and each coding of the representation will do (RFC 9110 §13.1.2). */
    private static @Nullable String known(EntityTags tags, String tag, Predicate<String> isCurrent) {
        return tags.any() || tags.values().contains(tag)
                ? tag
                : tags.values().stream().filter(isCurrent).findFirst().orElse(null);
    }

    /**
     * Whether what there is, is not what the asker wants to be answered with. Tags are compared strongly: "An
     * origin server MUST use the strong comparison function when comparing entity tags for If-Match" (§13.1.1).
     */
    private boolean fail(Predicate<String> isCurrent, @Nullable Instant modified) {
        if (ifMatch != null) {
            return !ifMatch.any() && ifMatch.strong().stream().noneMatch(isCurrent);
        }
        return modified != null && ifUnmodifiedSince != null && modified.isAfter(ifUnmodifiedSince);
    }

    private static @Nullable EntityTags tags(@Nullable String field) {
        return field == null ? null : EntityTags.parse(field);
    }

    private static @Nullable Instant date(@Nullable String field) {
        return Optional.ofNullable(field).flatMap(HttpDate::parse).orElse(null);
    }
}
