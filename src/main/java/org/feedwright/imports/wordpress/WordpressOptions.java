package org.feedwright.imports.wordpress;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is taken of an export, and how.
 *
 * @param types the kinds of items that become articles, such as {@code post} and {@code page}
 * @param keepsLinks whether articles stay at their addresses there, because the site stays
 * @param hasMail whether authors' e-mail addresses are taken
 * @param zone of dates without one; null if nobody has said
 */
public record WordpressOptions(
        Set<String> types,
        boolean keepsLinks,
        boolean hasMail,
        @Nullable ZoneId zone) {
    public WordpressOptions {
        types = Set.copyOf(types);
    }
}
