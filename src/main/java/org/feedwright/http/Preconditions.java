package org.feedwright.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions a request wants to be answered (RFC 9110 §13), in the order of their precedence
 * (§13.2.2). They count only where the answer would be a good one otherwise (§13.2.1).
 *
 * @param ifMatch what the answer must be one of; null where the request does not say
 * @param ifUnmodifiedSince when it must not have changed since; null where the request does not say, says
 *     what is no date, or has {@code If-Match}, which counts more (§13.1.4)
 * @param ifNoneMatch what the asker has; null where it names nothing
 * @param ifModifiedSince when what the asker has was modified; null where it does not say, says what is no
 *     date, or names what it has, which counts more: "A recipient MUST ignore If-Modified-Since if the request
 *     contains an If-None-Match header field" (§13.1.3)
 */
public record Preconditions(
        @Nullable EntityTags ifMatch,
        @Nullable Instant ifUnmodifiedSince,
        @Nullable EntityTags ifNoneMatch,
        @Nullable Instant ifModifiedSince) {
    private static final Preconditions NONE = new Preconditions(null, null, null, null);

    /** What comes of the conditions. */
    public enum Outcome {
        /** The answer is sent. */
        MET,
        /** 304: the asker has it. */
        NOT_MODIFIED,
        /** 412. */
        FAILED
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
     * What comes of them for an answer with one entity tag.
     *
     * @param tag without its quotes; strong
     * @param modified when it was last changed; null where nobody knows, and dates do not count
     */
    public Outcome outcome(String tag, @Nullable Instant modified) {
        if (fail(tag::equals, modified)) {
            return Outcome.FAILED;
        }
        boolean isKnown = ifNoneMatch != null
                ? ifNoneMatch.any() || ifNoneMatch.values().contains(tag)
                : modified != null && ifModifiedSince != null && !modified.isAfter(ifModifiedSince);
        return isKnown ? Outcome.NOT_MODIFIED : Outcome.MET;
    }

    /**
     * Whether what there is, is not what the asker wants to be answered with. Tags are compared strongly: "An
     * origin server MUST use the strong comparison function when comparing entity tags for If-Match" (§13.1.1).
     */
    public boolean fail(Predicate<String> isCurrent, @Nullable Instant modified) {
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
