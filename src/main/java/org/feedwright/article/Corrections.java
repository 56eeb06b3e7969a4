package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Gives each correction of an article a date. Where the author states none, it is the time at which this store first
 * saw the correction, kept from then on. A correction that comes together with its article, as into a fresh store, has
 * the article's date, so that all stores that are loaded from one folder say the same.
 */
final class Corrections {
    private Corrections() {}

    /** Dates the corrections of an article that no reader has seen yet. */
    static ArticleText first(Manuscript manuscript) {
        return dated(manuscript, List.of(), ofTheArticle(manuscript));
    }

    /** Dates the corrections of a new state of an article. A correction with other words than before is a new one. */
    static ArticleText next(Article before, Manuscript manuscript, Instant now) {
        if (!before.hasBeenSeen(now)) {
            return first(manuscript);
        }
        var stated = manuscript.statedUpdated();
        var otherwise =
                stated == null || stated.equals(before.updated()) ? now.truncatedTo(ChronoUnit.SECONDS) : stated;
        return dated(manuscript, before.text().corrections(), otherwise);
    }

    /** The date of the latest correction; {@link Instant#MIN} if there is none. */
    static Instant latest(ArticleText text) {
        return text.corrections().stream()
                .map(correction -> Objects.requireNonNull(correction.date()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Whether there is a correction that was not there before. A removed one corrects nothing. */
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
