package org.feedwright.authoring.template;

import java.util.function.UnaryOperator;
import org.feedwright.feed.Conventions.Templates;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of an article may speak of.
 *
 * @param title the article's title; empty if it states none
 * @param home the address of the site; null if it is not known
 * @param asset gives the address of a file that belongs to the article alone (Hexo)
 * @param markup turns the Markdown of a caption into HTML on a line
 */
public record Site(
        Templates language,
        String title,
        @Nullable String home,
        UnaryOperator<String> asset,
        UnaryOperator<String> markup) {
    /** The scheme and host of the site; empty if they are not known. */
    String origin() {
        int path = path(home);
        return home == null ? "" : home.substring(0, path);
    }

    /** The path of the site on its host, without a slash at its end. */
    String base() {
        return home == null
                ? ""
                : home.substring(path(home)).replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    }

    private static int path(@Nullable String home) {
        int host = home == null ? -1 : home.indexOf("://");
        int path = host < 0 || home == null ? -1 : home.indexOf('/', host + 3);
        return path < 0 ? (home == null ? 0 : home.length()) : path;
    }
}
