package org.feedwright.feed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * How the articles of a feed are written and named, where their publisher's way is not ours.
 *
 * @param exclude patterns of the files in the feed's folder that are no articles
 * @param keys our key for each of the site's own keys of front matter, both in lower case
 * @param titles what the title is of an article that states none
 * @param templates the language of the template tags in the articles
 * @param authors the persons whom articles name by a key, each under its key in lower case
 * @param permalink the pattern of the articles' addresses under the feed's home, such as {@code /:year/:slug/}
 * @param ids by what an article is identified that states no id
 * @param idPattern the pattern of these ids where they are made by one, such as {@code /:year/:slug}; else null
 * @param labels what the tags are called that articles name by a key, each under its key in lower case
 */
public record Conventions(
        List<String> exclude,
        Map<String, String> keys,
        Titles titles,
        Templates templates,
        Map<String, Person> authors,
        @Nullable String permalink,
        Ids ids,
        @Nullable String idPattern,
        Map<String, String> labels) {
    /** Our own way. */
    public static final Conventions OWN =
            new Conventions(List.of(), Map.of(), Titles.STATED, Templates.NONE, Map.of(), null, Ids.MINTED);

    /** What the title is of an article that states none. */
    public enum Titles {
        /** The first heading, else the article is held back. */
        STATED,
        /** The first heading, else the name of the file. */
        NAMES
    }

    /** The languages of template tags. */
    public enum Templates {
        NONE,
        HUGO,
        JEKYLL,
        ELEVENTY,
        HEXO,
        ZOLA
    }

    /** By what an article is identified that states no id. It is fixed when the article is first published. */
    public enum Ids {
        /** By a {@code tag:} IRI that is made once (RFC 4151). */
        MINTED,
        /** By the article's address, as most generators do. */
        LINK,
        /** By a pattern of their own, as Jekyll and Pelican do. */
        PATTERN
    }

    /** Conventions whose ids are made by no pattern. */
    public Conventions(
            List<String> exclude,
            Map<String, String> keys,
            Titles titles,
            Templates templates,
            Map<String, Person> authors,
            @Nullable String permalink,
            Ids ids) {
        this(exclude, keys, titles, templates, authors, permalink, ids, null, Map.of());
    }

    /** Whether an article says the same by both. */
    public boolean readsAlike(Conventions other) {
        return keys.equals(other.keys)
                && titles == other.titles
                && templates == other.templates
                && authors.equals(other.authors)
                && Objects.equals(permalink, other.permalink)
                && ids == other.ids
                && Objects.equals(idPattern, other.idPattern)
                && labels.equals(other.labels);
    }

    public Conventions {
        exclude = List.copyOf(exclude);
        keys = Map.copyOf(keys);
        authors = Map.copyOf(authors);
        labels = Map.copyOf(Objects.requireNonNullElse(labels, Map.of())); // stored before there were any
    }
}
