package org.feedwright.authoring.front;

import java.util.List;

/** The keys that say whether and when an article is out, in lower case. */
public final class StateKeys {
    /** The words of other programs for {@code published}, the more usual word first. */
    public static final List<String> PUBLISHED =
            List.of("date", "pubdate", "publishdate", "published_at", "pubdatetime", "publishedat");

    /** They make an article one that nobody is to find in a feed. */
    public static final List<String> UNLISTED = List.of("unlisted", "eleventyexcludefromcollections", "headless");

    /** {@code published} and what means the same, as a part of a regular expression. */
    public static final String ANY_PUBLISHED = "published|" + String.join("|", PUBLISHED);

    /** The same of what makes an article unlisted. */
    public static final String ANY_UNLISTED = String.join("|", UNLISTED);

    private StateKeys() {}
}
