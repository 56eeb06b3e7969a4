package org.feedwright.imports.syndication;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedArticle.File;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed, whatever the feed's format is.
 *
 * @param statedId the id as it is written; null if the entry has none
 * @param title plain text; empty if the entry has none
 * @param published null if nobody knows
 * @param updated null if nobody says
 * @param date the text of its date, understood or not; null if it has none
 * @param summary HTML; null if it has none beside its content
 * @param content HTML with absolute addresses; the summary where there is nothing else
 * @param isSummaryOnly whether the content is, or seems to be, no more than a summary
 */
public record SyndicatedEntry(
        @Nullable String statedId,
        @Nullable String link,
        String title,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        @Nullable String date,
        List<Person> authors,
        List<String> categories,
        @Nullable String summary,
        String content,
        boolean isSummaryOnly,
        List<File> enclosures,
        @Nullable String image,
        @Nullable String language,
        @Nullable String rights) {

    public SyndicatedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }

    /** By what readers know the entry: its id, or else its link. */
    public Optional<String> id() {
        return Optional.ofNullable(statedId == null ? link : statedId);
    }
}
