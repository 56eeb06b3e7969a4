package org.feedwright.imports.pasted;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedFeed;
import org.jspecify.annotations.Nullable;

/** Text files into which reports were pasted, one in each. */
public final class TextReports implements ImportSource {
    private static final int FIRST_WORDS = 60; // characters

    private final List<Path> files;
    private final Path folder;
    private final TextOptions options;

    /** @param folder the feed's folder, from which the files' paths are told */
    public TextReports(List<Path> files, Path folder, TextOptions options) {
        this.files = List.copyOf(files);
        this.folder = folder;
        this.options = options;
    }

    @Override
    public ImportedFeed feed() {
        String name = String.valueOf(folder.getFileName()).replace('-', ' ').strip();
        return ImportedFeed.titled(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    @Override
    public void articles(Consumer<ImportedArticle> sink, ImportReport report) {
        for (Path file : files) {
            try {
                sink.accept(article(file, TextFile.read(file, options.charset()), report));
            } catch (IOException e) {
                report.problem(file + ": " + e.getMessage());
            }
        }
    }

    private ImportedArticle article(Path file, String text, ImportReport report) {
        var repaired = Repaired.of(text);
        var parts = Report.of(repaired.lines());
        tell(file.getFileName() + ": ", repaired, parts, report);
        String title = parts.title.isEmpty() ? options.title() : parts.title;
        String words = title == null || title.isEmpty() ? firstWords(parts) : title;
        var date = parts.published == null ? options.published() : parts.published;
        var article = ImportedArticle.of(key(file, parts), title == null ? "" : title)
                .slug(words.toLowerCase(Locale.ROOT))
                .publishedOn(date)
                .draft(date == null)
                .disclaimer(parts.disclaimer)
                .body(Kind.MARKDOWN, String.join("\n", parts.body));
        parts.authors.forEach(name -> article.author(Person.named(name)));
        parts.highlights.forEach(article::highlight);
        if (date == null) {
            article.note("drafts, because the text states no date; write it as 'published: …' and take out"
                    + " 'draft: true', or say --published");
        }
        return article;
    }

    /** Another report in a file of the same name is another article; another {@code --title} makes none. */
    private String key(Path file, Report parts) {
        return path(file) + " " + (parts.title.isEmpty() ? firstWords(parts) : parts.title) + day(parts.published);
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : " " + date;
    }

    private static String firstWords(Report parts) {
        String text = String.join(" ", parts.body);
        int end = text.length() <= FIRST_WORDS ? text.length() : text.lastIndexOf(' ', FIRST_WORDS);
        boolean isWithinSign = end < 0 && Character.isHighSurrogate(text.charAt(FIRST_WORDS - 1));
        return text.substring(0, end >= 0 ? end : isWithinSign ? FIRST_WORDS - 1 : FIRST_WORDS);
    }

    /** The file's path from the feed's folder, so that it is the same where both are moved together. */
    private String path(Path file) {
        try {
            return folder.toAbsolutePath()
                    .normalize()
                    .relativize(file.toAbsolutePath().normalize())
                    .toString();
        } catch (IllegalArgumentException _) { // on another drive
            return String.valueOf(file.getFileName());
        }
    }

    private static void tell(String file, Repaired repaired, Report parts, ImportReport report) {
        if (!parts.dropped.isEmpty()) {
            report.note(file + "left out as no part of the report: " + String.join(", ", parts.dropped));
        }
        if (!parts.headings.isEmpty()) {
            report.note(file + "taken as headings: " + String.join(", ", parts.headings));
        }
        if (repaired.exact() > 0) {
            report.note(file + "places repaired exactly, where another encoding was misread: " + repaired.exact());
        }
        repaired.guesses().forEach(guess -> report.note(file + "guessed in " + guess));
        repaired.doubts()
                .forEach(line -> report.note(file + "warning: line " + line
                        + " has characters that look damaged, and nobody can say from what; it stays as it is"));
        parts.warnings.forEach(warning -> report.note(file + "warning: " + warning));
    }
}
