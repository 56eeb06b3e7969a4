package org.feedwright.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an imported article may name files elsewhere.
 *
 * @param image the picture that stands for the article
 * @param enclosures the files that come with it
 */
public record ImportedContent(Body body, @Nullable Picture image, List<File> enclosures) {
    public ImportedContent {
        enclosures = List.copyOf(enclosures);
    }

    /** The kinds of bodies; each has its ending. */
    public enum Kind {
        HTML("html"),
        MARKDOWN("md"),
        TEXT("txt");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** The text of an article, as it is to stand in the file. */
    public record Body(Kind kind, String text) {}

    /**
     * The picture that stands for an article.
     *
     * @param alternative what is to be read where the picture cannot be seen
     * @param caption what stands below it, in plain text
     */
    public record Picture(
            String address,
            @Nullable String alternative,
            @Nullable String caption) {
        /** A picture with nothing below it. */
        public Picture(String address, @Nullable String alternative) {
            this(address, alternative, null);
        }
    }

    /**
     * A file that comes with an article.
     *
     * @param length its size in bytes; null if nobody knows
     * @param duration of a recording, as its publisher wrote it, such as {@code 1:02:03}; null if nobody says
     */
    public record File(
            String address,
            @Nullable String type,
            @Nullable Long length,
            @Nullable String title,
            @Nullable String duration) {
        /** A file of which nobody knows how long it plays. */
        public File(String address, @Nullable String type, @Nullable Long length, @Nullable String title) {
            this(address, type, length, title, null);
        }
    }
}
