package org.feedwright.article;

import java.util.List;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * The data of an article that is an episode, for podcast directories.
 *
 * @param title the title without the numbers that the article's title may contain
 * @param explicit null where the podcast's value applies
 * @param image the address of the episode's own art; null where the podcast's applies
 * @param chapters the address of a file of chapters (Podcasting 2.0 {@code podcast:chapters})
 */
public record Episode(
        @Nullable String title,
        @Nullable Integer season,
        @Nullable Integer number,
        Type type,
        @Nullable Boolean explicit,
        @Nullable String image,
        List<Transcript> transcripts,
        @Nullable String chapters,
        List<Credit> people) {
    /** Apple Podcasts' {@code itunes:episodeType}. */
    public enum Type {
        FULL,
        TRAILER,
        BONUS
    }

    /**
     * The spoken words of an episode, in writing (Podcasting 2.0 {@code podcast:transcript}).
     *
     * @param url the address; may be relative to the article's address
     * @param type the media type, such as {@code text/vtt}
     * @param language a BCP 47 tag; null where it is the article's
     */
    public record Transcript(
            String url, String type, @Nullable String language) {
        public Transcript {
            url = XmlText.line(url);
            type = XmlText.line(type);
            language = XmlText.lineOrNull(language);
        }
    }

    /**
     * Someone who takes part in an episode (Podcasting 2.0 {@code podcast:person}).
     *
     * @param role such as {@code guest}; null for the host
     * @param image the address of a picture
     * @param link the address of a page about the person
     */
    public record Credit(
            String name,
            @Nullable String role,
            @Nullable String image,
            @Nullable String link) {
        public Credit {
            name = XmlText.line(name);
            role = XmlText.lineOrNull(role);
            image = XmlText.lineOrNull(image);
            link = XmlText.lineOrNull(link);
        }
    }

    public Episode {
        title = XmlText.lineOrNull(title);
        image = XmlText.lineOrNull(image);
        chapters = XmlText.lineOrNull(chapters);
        transcripts = List.copyOf(transcripts);
        people = List.copyOf(people);
    }
}
