package org.feedwright.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.LinkedArticle;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.entry.LocalMedia;

/**
 * The files that come with an article, and the articles to which it leads by the names of their files. An article is
 * read beside them, and whatever it names is looked up here, wherever it is kept. Unless it is said otherwise, nothing is
 * there.
 */
public interface Attachments {
    /** Nothing comes with an article that stands by itself. */
    Attachments NONE = new Attachments() {};

    /** The file that an address names; its author is told if there is none. */
    default Optional<MediaFile> find(String address) {
        return Optional.empty();
    }

    /**
     * The file that an address names.
     *
     * @param type its media type, if that is known; else it is told by its name
     */
    default Optional<MediaFile> find(String address, String type) {
        return find(address);
    }

    /** Looks for the file, or the other article, that an address in the text names. */
    default void look(NamedAddress address) {
        find(address.address());
    }

    /**
     * Where in the feed's folder an address may lead, the likeliest first: paths in it, with {@code /}. There are none
     * for an address that leads elsewhere.
     */
    default List<String> placesInFeed(String address) {
        return LocalMedia.paths(address);
    }

    /** Whether files are sent by themselves, and are not put into a folder. */
    default boolean areSent() {
        return false;
    }

    /** The texts of the files beside that name the feed's authors, by path. */
    default Map<String, String> authors() {
        return Map.of();
    }

    /** The texts of the files beside that say what tags are called, by path. */
    default Map<String, String> tags() {
        return Map.of();
    }

    /** The path of a file on the disk; empty if it is not on one. */
    default Optional<Path> path(MediaFile file) {
        return Optional.empty();
    }

    /** The files that were found, in the order in which they were named. */
    default List<MediaFile> found() {
        return List.of();
    }

    /**
     * The articles to which the article leads.
     *
     * @param hasLink whether the article has an address elsewhere, against which the names of files that are not
     *     here are meant
     */
    default List<LinkedArticle> linked(boolean hasLink) {
        return List.of();
    }

    /**
     * Warns of files that are missing, and of names that were guessed.
     *
     * @param hasLink whether a file that is not here may be elsewhere
     * @param text the article's file, in which the addresses stand
     */
    default void tell(boolean hasLink, String text, Problems problems) {}

    /**
     * Adds a problem if the file that is being read is a copy that a program made of another one.
     *
     * @param path in the feed's folder, with {@code /}
     */
    default void refuseCopy(String path, String text, Problems problems) {}
}
