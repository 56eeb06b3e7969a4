package org.feedwright.imports.feed;

import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of an entry.
 *
 * @param feed what applies to entries that say nothing themselves
 */
record EntryReading(FeedOptions options, FeedPage feed) {
    /** The text by which the same entry is known the next time. */
    String key(FeedEntry entry) {
        String id = entry.id();
        return id == null ? entry.published() + " " + entry.title() : id;
    }

    ImportedArticle article(String key, FeedEntry entry) {
        var article = ImportedArticle.of(key, entry.title());
        String link = FeedImport.webOrNull(entry.link());
        article.slug(slug(link)).published(entry.published()).id(entry.id());
        boolean isRevised = entry.updated() != null
                && entry.published() != null
                && entry.updated().toInstant().isAfter(entry.published().toInstant());
        article.updated(isRevised ? entry.updated() : null);
        lead(article, link);
        entry.authors().forEach(author -> article.author(person(author, options.hasMail())));
        entry.categories().forEach(article::category);
        article.image(entry.image()).language(FeedImport.language(entry.language()));
        article.rights(Objects.equals(entry.rights(), feed.rights()) ? null : entry.rights());
        entry.enclosures().forEach(file -> article.enclosure(typed(file, article)));
        if (entry.isDraft()) {
            article.draft(true).note("drafts there");
        }
        entry.notes().forEach(article::note);
        if (entry.id() == null) {
            article.note("without an id and a link there, so that readers will see them as new");
        }
        text(article, entry);
        return article;
    }

    /** Where the pages move too, the old path leads to the article; else the article stays where it is. */
    private void lead(ImportedArticle article, @Nullable String link) {
        String path = link == null ? null : FeedImport.path(link);
        if (!options.isMove()) {
            article.link(link);
        } else if (path != null) {
            article.alias(path);
        }
    }

    static Person person(Person person, boolean hasMail) {
        return hasMail ? person : new Person(person.name(), null, FeedImport.webOrNull(person.uri()));
    }

    /** An enclosure must have a media type (RSS 2.0); where it is missing, the ending of the name tells it. */
    private static File typed(File file, ImportedArticle article) {
        if (file.type() != null) {
            return file;
        }
        String guessed = URLConnection.guessContentTypeFromName(file.address().replaceFirst("[?#].*", ""));
        article.note("with a file whose media type was not stated; its name's ending tells it, or it is called"
                + " application/octet-stream");
        return new File(
                file.address(),
                guessed == null ? "application/octet-stream" : guessed,
                file.length(),
                file.title(),
                file.duration());
    }

    private static void text(ImportedArticle article, FeedEntry entry) {
        var text = EntryText.of(entry.summary(), entry.content());
        text.highlights().forEach(article::highlight);
        article.summary(text.summary()).disclaimer(text.disclaimer()).body(Kind.HTML, text.body());
        if (entry.content() != null && entry.content().isEmpty()) {
            article.draft(true)
                    .note(
                            "drafts, because their text has more than 100,000 HTML tags and was not taken: divide it there");
        } else if (entry.content() == null && entry.summary() != null) {
            article.note("of which the feed has a summary only: the file has the summary, and no text");
        } else if (entry.content() == null) {
            article.note("of which the feed has no text");
        } else if (RssTexts.isCut(entry.content())) {
            article.note("whose text looks like a beginning that was cut off: see whether the feed has all of it");
        }
    }

    /** What the address of the page ends in, without the ending of a file. */
    private static String slug(@Nullable String link) {
        String path = link == null ? "" : Objects.requireNonNullElse(FeedImport.path(link), "");
        String name = path.replaceFirst("\\?.*$", "")
                .replaceFirst("(?i)(?:/index\\.(?:html?|php))?/*$", "")
                .replaceFirst("(?i)\\.(?:html?|php|aspx?)$", "")
                .replaceFirst("^.*/", "");
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }
}
