package org.feedwright.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language of a piece of text, as HTML says it.
 *
 * @param lang a BCP 47 tag; null where nobody said
 * @param dir {@code rtl} or {@code ltr}; {@code auto}, which goes by the first letter, where nobody said
 */
record Language(@Nullable String lang, String dir) {
    private static final Set<String> LANGUAGES = Set.of(
            "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "lrc", "mzn", "nqo", "pnb", "ps", "rhg", "sd", "syr",
            "ug", "ur", "yi");
    private static final Set<String> SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi");

    static Language of(@Nullable String tag) {
        return tag == null ? new Language(null, "auto") : new Language(tag, isRightToLeft(tag) ? "rtl" : "ltr");
    }

    /** A script in the tag, a second subtag of four letters (RFC 5646 §2.2.3), outweighs the language. */
    private static boolean isRightToLeft(String tag) {
        String[] subtags = tag.toLowerCase(Locale.ROOT).split("[-_]");
        return Arrays.stream(subtags)
                .skip(1)
                .filter(subtag -> subtag.matches("[a-z]{4}"))
                .findFirst()
                .map(SCRIPTS::contains)
                .orElseGet(() -> LANGUAGES.contains(subtags[0]));
    }
}
