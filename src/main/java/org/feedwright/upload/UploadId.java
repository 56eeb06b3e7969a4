package org.feedwright.upload;

import java.security.SecureRandom;
import org.feedwright.text.RandomLetters;

/** The random ids of uploads. They are parts of addresses, which nobody can guess. */
final class UploadId {
    private static final int LENGTH = 26; // letters: 130 random bits

    /** The form of an id: a regular expression. */
    static final String FORM = "[a-z2-7]{" + LENGTH + "}";

    private UploadId() {}

    static String next(SecureRandom random) {
        return RandomLetters.next(random, LENGTH);
    }
}
