package org.feedwright.api;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which an article's body may be written. */
enum BodyKind {
    MARKDOWN("markdown", ".md"),
    HTML("html", ".html"),
    TEXT("text", ".txt");

    private final String key;
    private final String ending;

    BodyKind(String key, String ending) {
        this.key = key;
        this.ending = ending;
    }

    static Optional<BodyKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** The ending of a file in this form, by which its reader knows it. */
    String ending() {
        return ending;
    }
}
