package org.feedwright.api;

import java.util.Objects;
import org.feedwright.article.Article;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The article that is at an address of the API.
 *
 * @param source what was written, as JSON; null for one that did not come through the API
 * @param warnings those of its last reading, as JSON
 * @param file the path of the file that holds the article; null if none does
 */
public record Held(
        Article article,
        @Nullable String source,
        String warnings,
        @Nullable String file) {
    static final String NO_WARNINGS = "[]";

    /** Whether the API may change it. */
    public boolean isOfTheApi() {
        return source != null && file == null;
    }

    /** Whether its last reading had warnings. */
    public boolean hasWarnings() {
        return !warnings.equals(NO_WARNINGS);
    }

    /**
     * What was written.
     *
     * @throws Refusal if the article did not come through the API
     */
    public ObjectNode written() {
        refuseIfOfTheFolder();
        return (ObjectNode) Json.read(Objects.requireNonNull(source));
    }

    /** @throws Refusal if the article did not come through the API */
    void refuseIfOfTheFolder() {
        if (!isOfTheApi()) {
            throw Refusal.ofTheFolder(file);
        }
    }
}
