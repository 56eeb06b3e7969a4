package org.feedwright.text;

import java.security.SecureRandom;

/** Random texts of letters and digits that nobody mistakes for others: base32 (RFC 4648 §6) in lower case. */
public final class RandomLetters {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private RandomLetters() {}

    /** A text of this many letters, each of which is five random bits. */
    public static String next(SecureRandom random, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
