package org.feedwright.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Highlight;
import org.feedwright.text.HtmlLine;

/**
 * What stands for the title of a note where one is demanded: "atom:entry elements MUST contain exactly one atom:title
 * element" (RFC 4287 §4.1.2), and so do RSS 1.0 and the title of a page.
 */
final class FirstWords {
    private static final int LONGEST = 60; // characters

    private FirstWords() {}

    /** The title, else the first words that readers are shown, else the day. */
    static String of(ArticleText text, Instant published, ZoneId zone) {
        if (!text.title().isEmpty()) {
            return text.title();
        }
        return Stream.of(
                        Stream.of(HtmlLine.of(text.body().html())),
                        text.highlights().stream().map(Highlight::text),
                        Stream.ofNullable(text.summary()),
                        Stream.ofNullable(text.imageAlternative()))
                .flatMap(words -> words)
                .filter(words -> !words.isBlank())
                .findFirst()
                .map(words -> shortened(words.strip()))
                .orElseGet(() -> published.atZone(zone).toLocalDate().toString());
    }

    /** Cut between words, or between characters where there is no space. */
    private static String shortened(String words) {
        if (words.codePointCount(0, words.length()) <= LONGEST) {
            return words;
        }
        int end = words.offsetByCodePoints(0, LONGEST);
        int space = words.lastIndexOf(' ', end);
        return words.substring(0, space > LONGEST / 2 ? space : end).strip() + "…";
    }
}
