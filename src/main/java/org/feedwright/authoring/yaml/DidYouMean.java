package org.feedwright.authoring.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

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

    /** How many letters are wrong, missing, too many, or stand in each other's place. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, one, other, i, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int step(int[][] distances, String one, String other, int i, int j) {
        int replaced = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
