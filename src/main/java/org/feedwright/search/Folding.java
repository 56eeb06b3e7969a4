package org.feedwright.search;

import java.text.Normalizer;
import java.util.Locale;

/** Folds text to the spelling by which it is found: lower case, without accents, in Unicode's compatible form. */
final class Folding {
    private Folding() {}

    static String of(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !isAccent(c) && Character.getType(c) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        // ß becomes ss, and a final sigma becomes a sigma, only by way of capitals.
        String capitals = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT);
        var small = new StringBuilder(capitals.length());
        capitals.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }

    /**
     * Whether a mark is an accent in Latin, Greek or Cyrillic, or a vowel sign in Hebrew or Arabic. Marks of other
     * scripts are letters.
     */
    private static boolean isAccent(int c) {
        return (c >= 0x300 && c <= 0x36F)
                || (c >= 0x591 && c <= 0x5C7)
                || (c >= 0x610 && c <= 0x61A)
                || (c >= 0x64B && c <= 0x65F)
                || c == 0x670;
    }
}
