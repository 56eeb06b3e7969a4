package org.feedwright.article;

import java.util.regex.Pattern;

/** The name of the feed in which an article is filed: the name of its folder, and a part of its addresses. */
public record FeedName(String value) implements Comparable<FeedName> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    /** @throws IllegalArgumentException if the value is not of lower-case letters, digits and '-' */
    public FeedName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a feed's name");
        }
    }

    /** Whether a text can be a feed's name: lower-case letters, digits and '-', at most 100 of them. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(FeedName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
