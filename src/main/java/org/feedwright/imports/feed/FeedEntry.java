package org.feedwright.imports.feed;

import java.time.OffsetDateTime;
import java.util.List;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a feed has it.
 *
 * @param id as it is written; where the entry has none, its link
 * @param title plain text
 * @param published null where the entry says nothing that is a date
 * @param summary HTML; null if the entry has none beside its content
 * @param content HTML; null if the entry has a summary only, or nothing; empty if it has
 *     so much markup that it is not taken
 * @param isDraft whether the feed says that it is not to be seen yet
 * @param notes what a person should know who takes it
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String link,
        String title,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        List<Person> authors,
        List<String> categories,
        @Nullable String summary,
        @Nullable String content,
        @Nullable Picture image,
        @Nullable String language,
        @Nullable String rights,
        List<File> enclosures,
        boolean isDraft,
        List<String> notes) {
    public FeedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
        notes = List.copyOf(notes);
    }
}
