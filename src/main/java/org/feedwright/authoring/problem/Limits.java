package org.feedwright.authoring.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Correction;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.feed.FeedDefinition;

/**
 * Bounds what an article or a feed may have: far more than anyone writes, and so little that one file harms no other. A
 * category is a feed of its own, a title stands in every list, and a few signs of markup can stand for much text.
 */
public final class Limits {
    /** The most characters of HTML for an article whose file is not longer itself. */
    private static final int LEAST_HTML = 4_000_000;

    private static final int NAME = 2_000; // characters
    private static final int TITLE = 10_000;
    private static final int DISCLAIMER = 200_000;
    private static final int NAMES = 1_000;
    private static final int AUTHORS = 5_000; // the largest experiments name so many
    private static final int PARTS = 1_000;
    private static final String FEWER = "keep those that readers need";
    private static final String SHORTER = "shorten it";

    private Limits() {}

    /**
     * Adds a problem for each bound that an article exceeds.
     *
     * @param length the length of the source, in characters
     */
    public static void check(ArticleText text, int length, Problems problems) {
        count("authors", text.authors(), AUTHORS, problems);
        count("categories", text.categories(), NAMES, problems);
        count("highlights", text.highlights(), PARTS, problems);
        count("enclosures", text.enclosures(), PARTS, problems);
        count("corrections", text.corrections(), PARTS, problems);
        count("files beside it", text.media(), PARTS, problems);
        length("its title", Stream.of(text.title()), TITLE, problems);
        length("its link", Stream.ofNullable(text.link()), TITLE, problems);
        length("its image's address", Stream.ofNullable(text.image()), TITLE, problems);
        length("what it says of rights", Stream.ofNullable(text.rights()), TITLE, problems);
        length("an author's name", text.authors().stream().map(Person::name), NAME, problems);
        length("a category", text.categories().stream().map(Category::name), NAME, problems);
        long html = html(text);
        if (html > Math.max(LEAST_HTML, 2L * length)) {
            problems.add(
                    0,
                    String.format(
                            Locale.ROOT, "it becomes %,d characters of HTML, many times as long as it is itself", html),
                    "say less by references, footnotes or markup that repeat the same text, or take it apart");
        }
    }

    /** Adds a problem for each bound that a feed's definition exceeds. Its disclaimer stands in each entry. */
    public static void check(FeedDefinition definition, Problems problems) {
        count("categories", definition.description().categories(), NAMES, problems);
        count("hubs", definition.delivery().hubs(), NAMES, problems);
        count("former names", definition.formerly(), NAMES, problems);
        length("its title", Stream.of(definition.title()), TITLE, problems);
        var disclaimer = definition.display().disclaimer();
        if (disclaimer != null) {
            length("its disclaimer", Stream.of(disclaimer.prose().html()), DISCLAIMER, problems);
        }
    }

    private static long html(ArticleText text) {
        var parts = Stream.concat(
                Stream.concat(
                        Stream.of(text.body()),
                        Stream.ofNullable(text.disclaimer()).map(Disclaimer::prose)),
                text.corrections().stream().map(Correction::prose));
        return parts.map(Prose::html).mapToLong(String::length).sum()
                + text.highlights().stream()
                        .map(Highlight::text)
                        .mapToLong(String::length)
                        .sum();
    }

    private static void count(String what, Collection<?> those, int most, Problems problems) {
        if (those.size() > most) {
            problems.add(
                    0,
                    String.format(
                            Locale.ROOT, "it has %,d %s, and no more than %,d are taken", those.size(), what, most),
                    FEWER);
        }
    }

    private static void length(String what, Stream<String> texts, int most, Problems problems) {
        int longest = texts.mapToInt(String::length).max().orElse(0);
        if (longest > most) {
            problems.add(
                    0,
                    String.format(
                            Locale.ROOT, "%s has %,d characters, and no more than %,d are taken", what, longest, most),
                    SHORTER);
        }
    }
}
