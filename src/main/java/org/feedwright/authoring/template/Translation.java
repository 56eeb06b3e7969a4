package org.feedwright.authoring.template;

/**
 * A text whose template tags were translated, and which line of the text each of its lines was made of.
 *
 * @param written the text as its author wrote it
 * @param text the text with its tags translated
 */
public record Translation(String written, String text, Lines lines) {
    /** The lines of the written text, counted from 0, by those of the translated one. */
    @FunctionalInterface
    public interface Lines {
        int written(int line);
    }

    /** A text in which nothing was translated. */
    public static Translation none(String text) {
        return new Translation(text, text, line -> line);
    }
}
