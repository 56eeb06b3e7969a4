package org.feedwright.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.imports.ImportLedger.Line;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Writes what another system exported into a feed's folder. It may be run again: what was edited, moved or deleted here
 * since is left alone.
 */
public final class Import {
    private final ImportTarget target;
    private final Instant now;
    private final ImportReport report;
    private final ImportLedger ledger;
    private final TakenNames names;
    private final FeedDefinition definition;
    private final MediaFiles media;
    private final IntConsumer progress;
    /** The files of the articles by their ids. */
    private final Map<String, String> ids = new HashMap<>();

    private int articles;

    private Import(ImportSource source, ImportTarget target, ImportedMedia media, Instant now, IntConsumer progress)
            throws IOException {
        this.target = target;
        this.now = now;
        this.progress = progress;
        this.report = new ImportReport();
        this.ledger = ImportLedger.of(target.directory());
        this.names = TakenNames.in(target.directory());
        var feed = source.feed();
        this.media = new MediaFiles(media, ledger, target.directory(), feed.home());
        this.definition = definition(feed);
    }

    /**
     * Imports.
     *
     * @param media what happens to the pictures that articles show
     * @param now nothing in an article can have happened later
     * @param progress is told how many articles have been read
     * @throws IOException if the export cannot be read, or the folder not written
     */
    public static ImportReport run(
            ImportSource source, ImportTarget target, ImportedMedia media, Instant now, IntConsumer progress)
            throws IOException {
        var run = new Import(source, target, media, now, progress);
        try {
            source.articles(run::article, run.report);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            run.end();
        }
        return run.report;
    }

    private void end() throws IOException {
        media.tell(report);
        if (!target.isDryRun() && Files.isDirectory(target.directory())) {
            ledger.save();
        }
    }

    /** The definition of the feed; its file is written if there is none. */
    private FeedDefinition definition(ImportedFeed feed) throws IOException {
        Path file = target.directory().resolve(FeedFile.NAME);
        boolean isThere = Files.exists(file);
        String text = isThere ? Files.readString(file) : FeedFileText.of(feed);
        if (!isThere && !target.isDryRun()) {
            Files.createDirectories(target.directory());
            WrittenFile.write(file, text);
        }
        report.note(FeedFile.NAME + (isThere ? " is there already and stays as it is" : " is new"));
        var problems = new Problems(FeedFile.NAME);
        var read = FeedFile.read(text, "localhost", problems);
        problems.list().forEach(problem -> report.problem(problem.at(FeedFile.NAME)));
        return read;
    }

    private void article(ImportedArticle article) {
        if (article.published == null && !article.isDraft) {
            report.count("without a date, not taken");
            report.problem("'" + article.title + "' (" + article.source
                    + ") has no date; give it one there, and import again");
            return;
        }
        try {
            write(article);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept(++articles);
    }

    private void write(ImportedArticle article) throws IOException {
        var before = ledger.line(article.source);
        String name = before == null ? name(article, slug(article)) : before.file();
        boolean isEdited = before != null && !before.digest().equals(digestOf(name));
        var written = article.content();
        var content = media.within(written, ArticleName.slug(name), !isEdited && !target.isDryRun());
        String text = ArticleFileText.of(article, content);
        String digest = Digest.hex(text);
        if (before == null) {
            before = leftBy(article, digest);
            name = before == null ? name(article, names.take(slug(article))) : before.file();
        }
        var decision = Decision.of(before, digestOf(name), digest);
        act(decision, name, text, digest, article);
        if (decision == Decision.CREATE || decision == Decision.UPDATE) {
            new ReadBack(target.feed(), definition, now)
                    .problems(name, content.equals(written) ? text : ArticleFileText.of(article, written))
                    .forEach(report::problem);
        }
        if (decision != Decision.KEEP_AWAY) {
            tell(article, name, text);
        }
    }

    /** What an import has written of the article that was broken off before it could note it; null if it has not. */
    private @Nullable Line leftBy(ImportedArticle article, String digest) throws IOException {
        for (String slug : names.earlier(slug(article))) {
            String name = name(article, slug);
            if (digest.equals(digestOf(name))) {
                return new Line(name, digest);
            }
        }
        return null;
    }

    private static String slug(ImportedArticle article) {
        return TakenNames.slug(article.slug, article.title.toLowerCase(Locale.ROOT), article.source);
    }

    private static String name(ImportedArticle article, String slug) {
        var published = article.published;
        return (published == null ? "" : published.toLocalDate() + "-") + slug + "."
                + article.content().body().kind().ending();
    }

    private @Nullable String digestOf(String name) throws IOException {
        Path file = target.directory().resolve(name);
        return Files.isRegularFile(file) ? Digest.hex(Files.readAllBytes(file)) : null;
    }

    private void act(Decision decision, String name, String text, String digest, ImportedArticle article)
            throws IOException {
        switch (decision) {
            case CREATE, UPDATE -> {
                if (!target.isDryRun()) {
                    WrittenFile.write(target.directory().resolve(name), text);
                    ledger.note(article.source, new Line(name, digest));
                }
                report.count(decision == Decision.CREATE ? "new files" : "files brought up to date");
            }
            case KEEP -> {
                if (digest.equals(digestOf(name))) { // else it was edited, and its next version is compared
                    ledger.note(article.source, new Line(name, digest));
                }
                report.count("files that stay as they are");
            }
            case KEEP_EDITED ->
                report.note("edited here since the last import and changed there, too; the file stays as it is", name);
            case KEEP_AWAY ->
                report.note(
                        "no longer here since the last import (deleted, moved or renamed); not written again", name);
        }
    }

    private void tell(ImportedArticle article, String name, String text) {
        var published = article.published;
        boolean isScheduled = published != null && published.toInstant().isAfter(now);
        report.count(article.isDraft ? "drafts" : isScheduled ? "scheduled" : "published");
        if (article.id != null) {
            String other = ids.putIfAbsent(article.id, name);
            if (other == null) {
                report.count("ids kept");
            } else {
                report.problem(name + ": its id '" + article.id + "' is that of " + other
                        + " too, and one of the two would be held back; give it another 'id'");
            }
        }
        if (article.title.isBlank()) {
            report.note(
                    ArticleFileText.isNote(article)
                            ? "notes, without a title there and here"
                            : "without a title there; their first words are the title",
                    name);
        }
        report.count("former addresses", article.aliases.size());
        if (text.indexOf('\uFFFD') >= 0) {
            report.note("with the sign \uFFFD, which stands for what could not be read there", name);
        }
        article.notes.forEach(note -> report.note(note, name));
    }
}
