package org.feedwright.authoring.value;

import org.feedwright.article.Slug;

/** A slug that an author states, which may be the end of a path. */
public final class StatedSlug {
    private StatedSlug() {}

    /**
     * The last part of what an author wrote, as a slug.
     *
     * @throws IllegalArgumentException if nothing of it can stand in an address
     */
    public static String of(String text) {
        String path = text.strip().replaceAll("/+$", "");
        return new Slug(Slug.of(path.substring(path.lastIndexOf('/') + 1))).value();
    }
}
