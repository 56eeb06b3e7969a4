package org.feedwright.article;

import java.util.List;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an article that readers see, as its author wrote it. The feed fills in what is missing.
 *
 * @param title plain text on one line; empty for a note, which has none
 * @param link the article's address elsewhere; null where its page on this service is its address
 * @param highlights the points of the summary, in order; may be empty
 * @param disclaimer null where the feed's applies
 * @param language a BCP 47 tag; null where the feed's applies
 * @param rights plain text; null where the feed's applies
 * @param image the address of the lead image; may be relative to the article's address
 * @param corrections what was corrected, the latest first; each has a date once it is stored
 * @param media the files beside the article that an address in it names
 * @param episode the article's data as a podcast's episode; null where it is none
 * @param summary plain text on one line, shown where there are no highlights; null if there is none
 * @param imageAlternative the text for readers that cannot see the lead image; null where the title serves
 * @param links the articles to which addresses in it lead by the names of their files
 */
public record ArticleText(
        String title,
        @Nullable String link,
        List<Person> authors,
        List<Category> categories,
        List<Highlight> highlights,
        Prose body,
        @Nullable Disclaimer disclaimer,
        @Nullable String language,
        @Nullable String rights,
        @Nullable String image,
        List<Enclosure> enclosures,
        List<Correction> corrections,
        List<MediaFile> media,
        @Nullable Episode episode,
        @Nullable String summary,
        @Nullable String imageAlternative,
        List<LinkedArticle> links) {

    /** A text that was never corrected and names no file beside it. */
    public ArticleText(
            String title,
            @Nullable String link,
            List<Person> authors,
            List<Category> categories,
            List<Highlight> highlights,
            Prose body,
            @Nullable Disclaimer disclaimer,
            @Nullable String language,
            @Nullable String rights,
            @Nullable String image,
            List<Enclosure> enclosures) {
        this(
                title,
                link,
                authors,
                categories,
                highlights,
                body,
                disclaimer,
                language,
                rights,
                image,
                enclosures,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    public ArticleText {
        title = XmlText.line(title);
        link = XmlText.lineOrNull(link);
        language = XmlText.lineOrNull(language);
        rights = XmlText.lineOrNull(rights);
        image = XmlText.lineOrNull(image);
        summary = XmlText.lineOrNull(summary);
        imageAlternative = XmlText.lineOrNull(imageAlternative);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        highlights = List.copyOf(highlights);
        enclosures = List.copyOf(enclosures);
        corrections = List.copyOf(corrections);
        media = List.copyOf(media);
        links = List.copyOf(links);
    }

    /** A copy with other corrections. */
    ArticleText corrected(List<Correction> corrections) {
        return new ArticleText(
                title,
                link,
                authors,
                categories,
                highlights,
                body,
                disclaimer,
                language,
                rights,
                image,
                enclosures,
                corrections,
                media,
                episode,
                summary,
                imageAlternative,
                links);
    }
}
