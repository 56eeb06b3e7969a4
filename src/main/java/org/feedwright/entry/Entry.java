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
 * @param statedId by what it is known in formats that take any text: what its author stated, or the id. Where a feed
 *     shows articles of several, two of them may have stated the same, and it is the id
 * @param link the article's address; like every address here, in the characters of a URI
 * @param page the address of its page here; the same where it has no address elsewhere
 * @param title plain text
 * @param authors the article's, or the feed's; may be empty
 * @param summary the highlights as an HTML list, with the disclaimer behind it where the feed carries no
 *     content; null where there is nothing to say
 * @param summaryText the same as plain text
 * @param content the body with the disclaimer behind it as HTML; null where the feed carries summaries
 *     only, or the article has neither
 * @param language a BCP 47 tag; null where neither the article nor the feed says
 * @param source the feed that the article is filed under, where another shows it (RFC 4287 §4.2.11)
 * @param episode what a podcast says of it; null where it is no episode
 */
public record Entry(
        ArticleId id,
        String statedId,
        String link,
        String page,
        String title,
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

    /** What the article calls this category or author; empty if it has neither. */
    public Optional<String> name(Facet facet) {
        return facet.nameAmong(categories, authors);
    }

    /** Of the id alone: two entries are seldom of one article, and their texts are long. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
