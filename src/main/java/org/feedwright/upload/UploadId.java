package org.feedwright.upload;

import java.security.SecureRandom;

/** The random ids of uploads. They are parts of addresses, which nobody can guess. */
final class UploadId {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26; // letters: 130 random bits

    /** The form of an id: a regular expression. */
    static final String FORM = "[a-z2-7]{" + LENGTH + "}";

    private UploadId() {}

    static String next(SecureRandom random) {
        var id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
