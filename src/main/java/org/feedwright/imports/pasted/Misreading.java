package org.feedwright.imports.pasted;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A run of characters that is UTF-8 if it is written in a code page.
 *
 * @param script in which the text is that was meant; null for Latin
 * @param isCertain whether the run would stand in no correct text
 */
record Misreading(
        int start,
        int end,
        String run,
        String meant,
        @Nullable UnicodeScript script,
        boolean isCertain) {

    /** The same run at another place. */
    Misreading at(int place) {
        return new Misreading(place, place + run.length(), run, meant, script, isCertain);
    }

    /** What bytes are as UTF-8; null if they are none, which is the rule and no exception. */
    static @Nullable String decoded(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < 2 || !CodePage.begins(bytes[0])) {
            return null;
        }
        var decoded = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        boolean isUtf8 = !decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError();
        return isUtf8 ? decoded.flip().toString() : null;
    }

    /** The misreading between two places of a text; null if what would be meant is nothing that people write. */
    static @Nullable Misreading of(String text, int start, int end, String meant, boolean isForeignWritten) {
        String run = text.substring(start, end);
        char left = start == 0 ? '\n' : text.charAt(start - 1);
        char right = end == text.length() ? '\n' : text.charAt(end);
        boolean isLatin = Plausible.isLatin(meant) || isMisreadTwice(meant);
        var script = isLatin ? null : Plausible.script(meant);
        if (!isLatin && script == null) {
            return null;
        }
        if (isLatin && isForeignWritten && !isLatinText(run) && !Plausible.hasStraySign(run)) {
            return null; // a word of the language that the text is in
        }
        boolean isLone = Plausible.foreign(meant) < 2 && meant.codePointCount(0, meant.length()) == meant.length();
        if (!isLatin && isLone && isLatinLetter(left)) {
            return null; // a no-break space and a quotation mark after an accented letter
        }
        boolean isCertain = isLatin
                ? isCertainlyLatin(run, left, right, isForeignWritten)
                : !isLone && (run.length() >= 4 || !isLatinText(run)) && isOdd(run);
        return new Misreading(start, end, run, meant, script, isCertain);
    }

    static boolean isPlausible(String meant) {
        return Plausible.isLatin(meant) || Plausible.script(meant) != null || isMisreadTwice(meant);
    }

    private static boolean isOdd(String run) {
        return Plausible.hasStraySign(run)
                || Plausible.risesWithin(run)
                || run.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isCertainlyLatin(String run, char left, char right, boolean isForeignWritten) {
        boolean isInWord = Character.isLowerCase(left) && Character.isUpperCase(run.charAt(0));
        if (Plausible.hasStraySign(run)) {
            return isLatinText(run) || !isForeignWritten || !Character.isLetter(right);
        }
        if (!isLatinText(run)) {
            return !isForeignWritten && (isLatinLetter(left) || isLatinLetter(right));
        }
        if (Plausible.isPunctuated(run)) {
            return isInWord
                    || (!Character.isUpperCase(left)
                            && Character.isUpperCase(run.charAt(0))
                            && run.length() == 2
                            && (Character.isLetter(right) || Character.isLowerCase(left)));
        }
        return isInWord || (run.charAt(0) == 'Ã' && !Character.isUpperCase(left));
    }

    private static boolean isMisreadTwice(String meant) {
        if (!meant.chars().anyMatch(Plausible::isControl) || meant.chars().anyMatch(c -> c > 0xFF)) {
            return false;
        }
        String again = decoded(meant.getBytes(StandardCharsets.ISO_8859_1));
        return again != null && (Plausible.isLatin(again) || Plausible.script(again) != null);
    }

    static boolean isLatinText(String run) {
        return run.codePoints().noneMatch(Misreading::isForeignLetter);
    }

    /** Whether it is a letter of another script than Latin. */
    static boolean isForeignLetter(int c) {
        return Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN;
    }

    private static boolean isLatinLetter(char c) {
        return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
    }
}
