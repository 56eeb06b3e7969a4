package org.feedwright.authoring;

import org.feedwright.article.Slug;

/** A slug that an author states, which may be the end of a path. */
final class StatedSlug {
    private StatedSlug() {}

    /** @throws IllegalArgumentException if nothing of it can stand in an address */
    static String of(String text) {
        String path = text.strip().replaceAll("/+$", "");
        return new Slug(Slug.of(path.substring(path.lastIndexOf('/') + 1))).value();
    }
}
