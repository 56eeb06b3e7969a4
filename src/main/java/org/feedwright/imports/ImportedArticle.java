package org.feedwright.imports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * An article as another system exported it, before it becomes a file.
 *
 * @param source what the system itself calls it, such as {@code 42}: a second import finds its file by it
 * @param slug what its address is made of; empty where the title has to do
 * @param title plain text
 * @param published null if nobody knows
 * @param updated the stated date of its last change; null where it is not to be stated
 * @param id the text by which readers know it; null if it has none
 * @param link its address elsewhere; null if it lives here
 * @param aliases the addresses that it had before: paths, with a query if need be
 * @param summary plain text
 * @param language a BCP 47 tag
 * @param notes what a person should know of it, for the report
 * @param isDay whether of the date of publication only the day is known
 */
public record ImportedArticle(
        String source,
        String slug,
        String title,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        boolean isDraft,
        @Nullable String id,
        @Nullable String link,
        List<String> aliases,
        List<Person> authors,
        List<String> categories,
        @Nullable String summary,
        @Nullable Picture image,
        @Nullable String language,
        @Nullable String rights,
        List<String> highlights,
        @Nullable String disclaimer,
        List<File> enclosures,
        Body body,
        List<String> notes,
        boolean isDay) {

    public ImportedArticle {
        aliases = List.copyOf(aliases);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        highlights = List.copyOf(highlights);
        enclosures = List.copyOf(enclosures);
        notes = List.copyOf(notes);
    }

    /** The kinds of bodies; each has its ending. */
    public enum Kind {
        HTML("html"),
        MARKDOWN("md"),
        TEXT("txt");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** The text of an article, as it is to stand in the file. */
    public record Body(Kind kind, String text) {}

    /**
     * The picture that stands for an article.
     *
     * @param alternative what is to be read where the picture cannot be seen
     */
    public record Picture(String address, @Nullable String alternative) {}

    /**
     * A file that comes with an article.
     *
     * @param length its size in bytes; null if nobody knows
     * @param duration of a recording, as its publisher wrote it, such as {@code 1:02:03}; null if nobody says
     */
    public record File(
            String address,
            @Nullable String type,
            @Nullable Long length,
            @Nullable String title,
            @Nullable String duration) {
        /** A file of which nobody knows how long it plays. */
        public File(String address, @Nullable String type, @Nullable Long length, @Nullable String title) {
            this(address, type, length, title, null);
        }
    }

    /** An article to which everything but its name and title is still to be said. */
    public static Builder of(String source, String title) {
        return new Builder(source, title);
    }

    ImportedArticle with(Body other, @Nullable Picture picture, List<File> files) {
        return new ImportedArticle(
                source,
                slug,
                title,
                published,
                updated,
                isDraft,
                id,
                link,
                aliases,
                authors,
                categories,
                summary,
                picture,
                language,
                rights,
                highlights,
                disclaimer,
                files,
                other,
                notes,
                isDay);
    }

    /** Gathers what is known of an article. */
    public static final class Builder {
        private final String source;
        private final String title;
        private final LinkedHashSet<String> aliases = new LinkedHashSet<>();
        private final LinkedHashSet<Person> authors = new LinkedHashSet<>();
        private final LinkedHashSet<String> categories = new LinkedHashSet<>();
        private final List<String> highlights = new ArrayList<>();
        private final List<File> enclosures = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private String slug = "";
        private @Nullable OffsetDateTime published;
        private @Nullable OffsetDateTime updated;
        private boolean isDay;
        private boolean isDraft;
        private @Nullable String id;
        private @Nullable String link;
        private @Nullable String summary;
        private @Nullable Picture image;
        private @Nullable String language;
        private @Nullable String rights;
        private @Nullable String disclaimer;
        private Body body = new Body(Kind.HTML, "");

        private Builder(String source, String title) {
            this.source = source;
            this.title = title;
        }

        public Builder slug(@Nullable String value) {
            slug = value == null ? "" : value;
            return this;
        }

        public Builder published(@Nullable OffsetDateTime value) {
            published = value;
            return this;
        }

        /** States the day alone: it is written without a time. */
        public Builder publishedOn(@Nullable LocalDate value) {
            isDay = value != null;
            published = value == null ? null : value.atStartOfDay().atOffset(ZoneOffset.UTC);
            return this;
        }

        public Builder updated(@Nullable OffsetDateTime value) {
            updated = value;
            return this;
        }

        public Builder draft(boolean value) {
            isDraft |= value;
            return this;
        }

        public Builder id(@Nullable String value) {
            id = value;
            return this;
        }

        public Builder link(@Nullable String value) {
            link = value;
            return this;
        }

        public Builder alias(String value) {
            aliases.add(value);
            return this;
        }

        public Builder author(Person value) {
            authors.add(value);
            return this;
        }

        public Builder category(String value) {
            categories.add(value);
            return this;
        }

        public Builder summary(@Nullable String value) {
            summary = value;
            return this;
        }

        public Builder image(@Nullable Picture value) {
            image = value;
            return this;
        }

        public Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        public Builder rights(@Nullable String value) {
            rights = value;
            return this;
        }

        public Builder highlight(String value) {
            highlights.add(value);
            return this;
        }

        public Builder disclaimer(@Nullable String value) {
            disclaimer = value;
            return this;
        }

        public Builder enclosure(File value) {
            enclosures.add(value);
            return this;
        }

        public Builder body(Kind kind, String text) {
            body = new Body(kind, text);
            return this;
        }

        public Builder note(String value) {
            notes.add(value);
            return this;
        }

        public ImportedArticle build() {
            return new ImportedArticle(
                    source,
                    slug,
                    title,
                    published,
                    updated,
                    isDraft,
                    id,
                    link,
                    List.copyOf(aliases),
                    List.copyOf(authors),
                    List.copyOf(categories),
                    summary,
                    image,
                    language,
                    rights,
                    highlights,
                    disclaimer,
                    enclosures,
                    body,
                    notes,
                    isDay);
        }
    }
}
