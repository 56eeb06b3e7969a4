package org.feedwright.imports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.Body;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An article as another system exported it: what is known of it is gathered here, before it becomes a file.
 */
public final class ImportedArticle {
    final String source;
    final String title;
    final Set<String> aliases = new LinkedHashSet<>();
    final Set<Person> authors = new LinkedHashSet<>();
    final Set<String> categories = new LinkedHashSet<>();
    final List<String> highlights = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final List<File> enclosures = new ArrayList<>();
    String slug = "";

    @Nullable
    OffsetDateTime published;

    @Nullable
    OffsetDateTime updated;
    /** Whether of the date of publication only the day is known. */
    boolean isDay;

    boolean isDraft;

    @Nullable
    String id;

    @Nullable
    String link;

    @Nullable
    String summary;

    @Nullable
    String language;

    @Nullable
    String rights;

    @Nullable
    String disclaimer;

    private @Nullable Picture image;
    private Body body = new Body(Kind.HTML, "");

    private ImportedArticle(String source, String title) {
        this.source = source;
        this.title = title;
    }

    /**
     * An article of which everything but its name and title is still to be said.
     *
     * @param source what the system itself calls it, such as {@code 42}: a second import finds its file by it
     * @param title plain text
     */
    public static ImportedArticle of(String source, String title) {
        return new ImportedArticle(source, title);
    }

    /** What its address is made of; else the title has to do. */
    public ImportedArticle slug(@Nullable String value) {
        slug = value == null ? "" : value;
        return this;
    }

    /** Null if nobody knows. */
    public ImportedArticle published(@Nullable OffsetDateTime value) {
        published = value;
        return this;
    }

    /** States the day alone: it is written without a time. */
    public ImportedArticle publishedOn(@Nullable LocalDate value) {
        isDay = value != null;
        published = value == null ? null : value.atStartOfDay().atOffset(ZoneOffset.UTC);
        return this;
    }

    /** The stated date of its last change; null where it is not to be stated. */
    public ImportedArticle updated(@Nullable OffsetDateTime value) {
        updated = value;
        return this;
    }

    public ImportedArticle draft(boolean value) {
        isDraft |= value;
        return this;
    }

    /** The text by which readers know it; null if it has none. */
    public ImportedArticle id(@Nullable String value) {
        id = value;
        return this;
    }

    /** Its address elsewhere; null if it lives here. */
    public ImportedArticle link(@Nullable String value) {
        link = value;
        return this;
    }

    /** An address that it had before: a path, with a query if need be. */
    public ImportedArticle alias(String value) {
        aliases.add(value);
        return this;
    }

    public ImportedArticle author(Person value) {
        authors.add(value);
        return this;
    }

    public ImportedArticle category(String value) {
        categories.add(value);
        return this;
    }

    /** Plain text. */
    public ImportedArticle summary(@Nullable String value) {
        summary = value;
        return this;
    }

    public ImportedArticle image(@Nullable Picture value) {
        image = value;
        return this;
    }

    /** A BCP 47 tag. */
    public ImportedArticle language(@Nullable String value) {
        language = value;
        return this;
    }

    public ImportedArticle rights(@Nullable String value) {
        rights = value;
        return this;
    }

    public ImportedArticle highlight(String value) {
        highlights.add(value);
        return this;
    }

    public ImportedArticle disclaimer(@Nullable String value) {
        disclaimer = value;
        return this;
    }

    public ImportedArticle enclosure(File value) {
        enclosures.add(value);
        return this;
    }

    public ImportedArticle body(Kind kind, String text) {
        body = new Body(kind, text);
        return this;
    }

    /** What a person should know of it, for the report. */
    public ImportedArticle note(String value) {
        notes.add(value);
        return this;
    }

    /** What of it may name files elsewhere. */
    ImportedContent content() {
        return new ImportedContent(body, image, enclosures);
    }
}
