package org.feedwright.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of the feed in which an article is filed: the name of its folder, and a part of its addresses. */
public record FeedName(String value) implements Comparable<FeedName> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int LONGEST_OF_TITLE = 60; // characters: it is a part of each address

    /** @throws IllegalArgumentException if the value is not of lower-case letters, digits and '-' */
    public FeedName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a feed's name");
        }
    }

    /**
     * The name that a title makes: its letters and digits in lower case and without accents, and a {@code -} for all
     * that is between them. Empty if no letter or digit of ASCII is left.
     */
    public static Optional<FeedName> ofTitle(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String name =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceFirst("^-", "");
        String shortened =
                name.substring(0, Math.min(LONGEST_OF_TITLE, name.length())).replaceFirst("-$", "");
        return shortened.isEmpty() ? Optional.empty() : Optional.of(new FeedName(shortened));
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
