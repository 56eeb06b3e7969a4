package org.feedwright.api;

import org.feedwright.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * The article that is at an address of the API.
 *
 * @param source what was written, as JSON; null for one that did not come through the API
 * @param warnings those of its last reading, as JSON
 * @param file the path of the file that holds the article; null if none does
 */
record Held(
        Article article,
        @Nullable String source,
        String warnings,
        @Nullable String file) {
    static final String NO_WARNINGS = "[]";

    /** Whether the API may change it. */
    boolean isOfTheApi() {
        return source != null && file == null;
    }
}
