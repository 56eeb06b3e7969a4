package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The corrections of an article, each with a date. Where the author states none, it is that of the first
 * look at the correction in this store, kept from then on; and for one that comes with its article, as in a
 * fresh store, that of the article, so that every store which is loaded from the same folder says the same.
 */
final class Corrections {
    private Corrections() {}

    /** Those of an article that no reader has seen yet. */
    static ArticleText first(Manuscript manuscript) {
        return dated(manuscript, List.of(), ofTheArticle(manuscript));
    }

    /** Those of a new state of an article. A correction that says something else than before is a new one. */
    static ArticleText next(Article before, Manuscript manuscript, Instant now) {
        if (!before.hasBeenSeen(now)) {
            return first(manuscript);
        }
        var stated = manuscript.statedUpdated();
        var otherwise =
                stated == null || stated.equals(before.updated()) ? now.truncatedTo(ChronoUnit.SECONDS) : stated;
        return dated(manuscript, before.text().corrections(), otherwise);
    }

    /** The date of the last; {@link Instant#MIN} if there is none. */
    static Instant latest(ArticleText text) {
        return text.corrections().stream()
                .map(correction -> Objects.requireNonNull(correction.date()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Whether something is corrected that was not before. One that is taken away corrects nothing. */
    static boolean hasNew(ArticleText before, ArticleText after) {
        return after.corrections().stream()
                .anyMatch(correction -> before.corrections().stream().noneMatch(correction::saysTheSameAs));
    }

    private static ArticleText dated(Manuscript manuscript, List<Correction> known, Instant otherwise) {
        var text = manuscript.text();
        return text.corrections().isEmpty()
                ? text
                : text.corrected(text.corrections().stream()
                        .map(correction -> dated(correction, known, otherwise))
                        .sorted(Comparator.comparing(
                                        (Correction correction) -> Objects.requireNonNull(correction.date()))
                                .reversed())
                        .toList());
    }

    private static Correction dated(Correction correction, List<Correction> known, Instant otherwise) {
        if (correction.date() != null) {
            return correction;
        }
        return known.stream()
                .filter(correction::saysTheSameAs)
                .findFirst()
                .map(same -> new Correction(correction.prose(), same.date()))
                .orElseGet(() -> new Correction(correction.prose(), otherwise));
    }

    private static Instant ofTheArticle(Manuscript manuscript) {
        return manuscript.statedUpdated() != null
                ? manuscript.statedUpdated()
                : manuscript.published().toInstant();
    }
}
