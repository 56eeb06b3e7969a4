package org.feedwright.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Episode;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.feed.Facet;
import org.feedwright.feed.Feed;
import org.jspecify.annotations.Nullable;

/**
 * An article as a feed shows it: with what the feed adds, and every address absolute.
 *
 * @param statedId the id in formats that take any text: the author's own text, or the article's id. It is the article's
 *     id where a feed shows articles of several feeds, two of which may have stated the same text
 * @param link the article's address elsewhere, or else its page; like every address here, in the characters of a URI
 * @param page the address of its page on this service
 * @param title plain text; empty for a note, which has none
 * @param heading the title, or what stands for it where one is demanded; never empty
 * @param authors the article's authors, or else the feed's; may be empty
 * @param summary the highlights as an HTML list, followed by the disclaimer where the feed carries no content; null
 *     where there are neither
 * @param summaryText the summary as plain text
 * @param content the body followed by the disclaimer, as HTML; null where the feed carries summaries only, or the
 *     article has neither
 * @param language a BCP 47 tag; null where neither the article nor the feed states one
 * @param source the feed that the article is filed under, where another feed shows it (RFC 4287 §4.2.11)
 * @param episode the article's data as a podcast's episode; null where it is none
 */
public record Entry(
        ArticleId id,
        String statedId,
        String link,
        String page,
        String title,
        String heading,
        Instant published,
        Instant updated,
        List<Person> authors,
        List<Category> categories,
        List<Highlight> highlights,
        @Nullable String summary,
        @Nullable String summaryText,
        @Nullable String content,
        @Nullable String language,
        @Nullable String rights,
        @Nullable String image,
        List<Enclosure> enclosures,
        @Nullable Feed source,
        @Nullable Episode episode) {
    public Entry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        highlights = List.copyOf(highlights);
        enclosures = List.copyOf(enclosures);
    }

    /** The name that the article gives to a category or an author; empty if the article has neither. */
    public Optional<String> name(Facet facet) {
        return facet.nameAmong(categories, authors);
    }

    /** The hash of the id alone: two entries of one article are rarely compared, and their texts are long. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
