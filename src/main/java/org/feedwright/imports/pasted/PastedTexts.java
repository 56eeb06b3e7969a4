package org.feedwright.imports.pasted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedArticle.Kind;
import org.feedwright.imports.ImportedFeed;
import org.jspecify.annotations.Nullable;

/**
 * Files with texts that were pasted from pages.
 *
 * @param title of the only file; null where the text has to say it
 * @param published of all files that state no date; null if nobody knows
 */
public record PastedTexts(List<Path> files, @Nullable String title, @Nullable OffsetDateTime published)
        implements ImportSource {
    private static final long LARGEST = 2_000_000; // bytes

    @Override
    public ImportedFeed feed() {
        return ImportedFeed.titled("Reports");
    }

    @Override
    public void articles(Consumer<ImportedArticle> sink, ImportReport report) throws IOException {
        for (var file : files) {
            sink.accept(article(file, report));
        }
    }

    private ImportedArticle article(Path file, ImportReport report) throws IOException {
        String name = String.valueOf(file.getFileName());
        var exact = WrongCharset.repair(text(file));
        var guessed = ThaiDamage.repair(exact.text());
        var furniture = Furniture.of(guessed.text().lines().toList());
        exact.steps().forEach(step -> report.note("repaired in " + name, step));
        guessed.steps().forEach(step -> report.note("guessed in " + name + "; please look", step));
        furniture.dropped().forEach(line -> report.note("left out of " + name, line));
        var text = PastedText.of(furniture.lines());
        if (text.published() == null && published == null) {
            report.note(name + " states no date; say --published with the day on which it appeared");
        }
        if (text.title().isEmpty() && title == null) {
            report.note(name + " has no line that is a title; say --title, or write one into the file");
        }
        return article(name, text);
    }

    private ImportedArticle article(String name, PastedText text) {
        var article = ImportedArticle.of(name, title == null ? text.title() : title)
                .published(published == null ? text.published() : published)
                .disclaimer(text.disclaimer())
                .body(Kind.MARKDOWN, text.body());
        text.authors().forEach(author -> article.author(Person.named(author)));
        text.highlights().forEach(article::highlight);
        return article.build();
    }

    /** A file that is no UTF-8 is read as Windows-1252, in which every byte is something. */
    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is longer than 2 MB, and no report");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    }
}
