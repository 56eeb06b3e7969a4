package org.feedwright.authoring.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedwright.text.WordDistance;

/** Guesses the key that was meant by one that is not known: another word for it, or a misspelt one. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * The known key that a word means; empty if none is likely.
     *
     * @param word in lower case
     * @param meanings the keys that other words stand for
     */
    public static Optional<String> of(String word, Collection<String> known, Map<String, String> meanings) {
        String plain = plain(word);
        var meant = Optional.ofNullable(meanings.get(word)).or(() -> Optional.ofNullable(meanings.get(plain)));
        return meant.filter(known::contains).or(() -> nearest(plain, known));
    }

    /**
     * What to do about a word that is no known key: to see whether the key is meant that is likely. It is looked for only
     * where the remedy is read.
     *
     * @param otherwise the remedy where no key is likely
     */
    public static Supplier<String> remedy(
            String word, Collection<String> known, Map<String, String> meanings, String otherwise) {
        return () -> of(word, known, meanings)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElse(otherwise);
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(key -> distance(word, plain(key)) <= tolerance(word))
                .min(Comparator.comparingInt(key -> distance(word, plain(key))));
    }

    /** In a short word one slip is much: {@code tile} may be a title, {@code a} is nothing. */
    private static int tolerance(String word) {
        return word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
    }

    private static String plain(String word) {
        return word.replaceAll("[-_ ]", "");
    }

    /** Words of very different lengths are not compared: there may be many, and long ones. */
    private static int distance(String one, String other) {
        return Math.abs(one.length() - other.length()) > 2 ? Integer.MAX_VALUE : WordDistance.of(one, other);
    }
}
