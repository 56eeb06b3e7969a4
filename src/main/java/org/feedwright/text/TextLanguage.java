package org.feedwright.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language and the direction of a piece of text, as HTML states them.
 *
 * @param lang a BCP 47 tag; null where the language is not known
 * @param dir {@code rtl} or {@code ltr}; {@code auto}, by the first letter, where the language is not known
 */
public record TextLanguage(@Nullable String lang, String dir) {
    /**
     * Languages written from right to left where the tag names no script, by CLDR's likely subtags; Arabic with its
     * varieties.
     */
    private static final Set<String> LANGUAGES = Set.of(
            "aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "aeb", "aec", "afb", "aii", "ajp", "apc",
            "apd", "ar", "arb", "arc", "ars", "ary", "arz", "auz", "ayl", "ayn", "azb", "bal", "bcc", "bft", "bgn",
            "bqi", "brh", "ckb", "dcc", "dv", "fa", "glk", "haz", "hbo", "hnd", "he", "hno", "jpr", "khw", "ks", "lki",
            "lrc", "luz", "mzn", "nqo", "ota", "pes", "pbt", "pbu", "phr", "phv", "pnb", "prd", "prs", "ps", "pst",
            "rhg", "sam", "sd", "sdh", "shu", "skr", "ssh", "syr", "trw", "tru", "ug", "ur", "wni", "ydd", "yi");

    /** Languages with two scripts that are written from right to left in one country only, and the reverse. */
    private static final Set<String> LANGUAGES_THERE = Set.of(
            "az-IQ", "az-IR", "ha-CM", "ha-SD", "kk-AF", "kk-CN", "kk-IR", "kk-MN", "ku-IQ", "ku-IR", "ku-LB", "ky-CN",
            "pa-PK", "tg-PK", "tk-AF", "tk-IR", "uz-AF");

    private static final Set<String> LANGUAGES_NOT_THERE = Set.of("sd-IN", "ug-KZ", "ug-MN");

    private static final Set<String> SCRIPTS = Set.of(
            "Adlm", "Arab", "Aran", "Armi", "Avst", "Cprt", "Hatr", "Hebr", "Hung", "Mand", "Mend", "Nbat", "Nkoo",
            "Phli", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Syrc", "Thaa", "Yezi");

    public static TextLanguage of(@Nullable String tag) {
        return tag == null ? new TextLanguage(null, "auto") : new TextLanguage(tag, isRightToLeft(tag) ? "rtl" : "ltr");
    }

    public boolean isRightToLeft() {
        return dir.equals("rtl");
    }

    /** A script in the tag (RFC 5646 §2.2.3) outweighs the language. */
    private static boolean isRightToLeft(String tag) {
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (!locale.getScript().isEmpty()) {
            return SCRIPTS.contains(locale.getScript());
        }
        String there = locale.getLanguage() + "-" + locale.getCountry();
        return LANGUAGES_THERE.contains(there)
                || (LANGUAGES.contains(locale.getLanguage()) && !LANGUAGES_NOT_THERE.contains(there));
    }
}
