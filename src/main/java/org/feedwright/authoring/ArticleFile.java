package org.feedwright.authoring;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.authoring.problem.LegalText;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;

/**
 * An article's file: front matter between two {@code ---} lines, then the body in Markdown or plain text.
 *
 * @param idLine the line in which an id is stated, for the case that it is taken; 0 if none is
 * @param aliasesLine the line in which other addresses are stated, for the case that they are taken; 0 if none are
 * @param warnings what its author should know, and what holds nothing back
 */
public record ArticleFile(Manuscript manuscript, int idLine, int aliasesLine, List<Problem> warnings) {
    /** The remedy where the address of an article is another one's. */
    public static final String RENAME =
            "give it an address of its own: a line 'slug: …' in its front matter, or another name";

    /** The remedy where the stated id of an article is another one's. */
    public static final String OTHER_ID = "remove the line, or state another id";

    /** Comes before the article that has the same link, in a feed with {@code ids: link}. */
    public static final String SECOND_LINK = "its link, which is its id here, is that of ";

    /** The remedy where the link of an article is another one's id. */
    public static final String OTHER_LINK = "state another 'link', or an 'id' of its own";

    public ArticleFile {
        warnings = List.copyOf(warnings);
    }

    /** The file with the id that its article has in the feed of this id. */
    public ArticleFile within(String feedId) {
        return new ArticleFile(manuscript.within(feedId), idLine, aliasesLine, warnings);
    }

    /** The keys, in lower case, that may state the date of an article in a feed. */
    public static Set<String> dateKeys(FeedDefinition definition) {
        var keys = new HashSet<>(Set.of("published", "path", "url", "permalink"));
        keys.addAll(FrontKeys.words(definition.conventions().keys()).getOrDefault("published", List.of()));
        return keys;
    }

    /**
     * Reads an article.
     *
     * @param name the file's path in the feed's folder, with {@code /}
     * @return nothing if a problem was added
     */
    public static Optional<ArticleFile> read(
            String name, String text, FeedName feed, FeedDefinition definition, Problems problems) {
        return read(name, text, feed, definition, Attachments.NONE, problems);
    }

    /**
     * Reads an article that may name files beside it.
     *
     * @param name the file's path in the feed's folder, with {@code /}
     * @return nothing if a problem was added
     */
    public static Optional<ArticleFile> read(
            String name, String text, FeedName feed, FeedDefinition definition, Attachments files, Problems problems) {
        return read(name, text, feed, definition, files, Instant.MAX, problems);
    }

    /**
     * Reads an article, and refuses what cannot have happened yet.
     *
     * @param name the file's path in the feed's folder, with {@code /}
     * @return nothing if a problem was added
     */
    public static Optional<ArticleFile> read(
            String name,
            String text,
            FeedName feed,
            FeedDefinition definition,
            Attachments files,
            Instant now,
            Problems problems) {
        return new ArticleFileReader(name, LegalText.of(text, problems), feed, definition, files, now, problems).read();
    }
}
