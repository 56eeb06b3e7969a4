package org.feedwright.imports.pasted;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** Tells text that people write from what a wrong decoding leaves. */
final class Plausible {
    private static final String SIGNS = "€™№†‡•…‰′″‹›←↑→↓↔−≈≠≤≥∞√Ω℃℉ƒˆ˜✓✔●■▪▲►★☆";
    private static final String CLOSING = "\u00A0«»‘’‚“”„–—…‹›";

    private Plausible() {}

    /** Whether all of it is Latin letters, signs and punctuation in common use. */
    static boolean isLatin(String text) {
        return text.codePoints().allMatch(Plausible::isLatin);
    }

    private static boolean isLatin(int c) {
        return c < 0x7F
                || (c >= 0xA0 && c <= 0x17F)
                || (c >= 0x218 && c <= 0x21B)
                || (c >= 0x1EA0 && c <= 0x1EF9)
                || (c >= 0x2010 && c <= 0x2026)
                || (c >= 0x2070 && c <= 0x2089)
                || c == 0x202F
                || c == 0x2009
                || c == 0x192
                || c == 0xFEFF
                || SIGNS.indexOf(c) >= 0;
    }

    /** The one script, other than Latin, of its letters; null if there is none, several, or what nobody writes. */
    static @Nullable UnicodeScript script(String text) {
        UnicodeScript found = null;
        for (int c : text.codePoints().toArray()) {
            if (isLatin(c) || isEastAsianSign(c)) {
                continue;
            }
            var script = isWritten(c) ? family(UnicodeScript.of(c)) : null;
            boolean isShared = script == UnicodeScript.INHERITED || script == UnicodeScript.COMMON;
            if (script == null || (!isShared && found != null && found != script)) {
                return null;
            }
            found = isShared ? found == null ? script : found : script;
        }
        return found;
    }

    /** How many characters there are that are not Latin ones. */
    static long foreign(String text) {
        return text.codePoints().filter(c -> !isLatin(c)).count();
    }

    private static boolean isEastAsianSign(int c) {
        return (c >= 0x3000 && c <= 0x3030) || (c >= 0xFF01 && c <= 0xFF65);
    }

    private static UnicodeScript family(UnicodeScript script) {
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? UnicodeScript.HAN : script;
    }

    private static boolean isWritten(int c) {
        return isIn(c, 0x370, 0x460)
                || c == 0x490
                || c == 0x491
                || isIn(c, 0x531, 0x590)
                || isIn(c, 0x591, 0x5F5)
                || (isIn(c, 0x60C, 0x6F0) && !Character.isDigit(c))
                || (isIn(c, 0x901, 0xE5C) && Character.isDefined(c))
                || isIn(c, 0x10A0, 0x1100)
                || isIn(c, 0x1F00, 0x1FFF)
                || isIn(c, 0x3041, 0x3100)
                || isIn(c, 0x4E00, 0xA000)
                || isIn(c, 0xAC00, 0xD7A4)
                || isIn(c, 0x2600, 0x27C0)
                || c == 0x200D
                || c == 0xFE0F
                || isIn(c, 0x1F300, 0x1FB00);
    }

    private static boolean isIn(int c, int from, int to) {
        return c >= from && c < to;
    }

    /** Whether it has signs or controls in it that stand beside letters nowhere but in damaged text. */
    static boolean hasStraySign(String run) {
        return run.chars()
                .anyMatch(c -> isControl(c)
                        || "ªºµ".indexOf(c) >= 0
                        || (!Character.isLetter(c) && !isMark(c) && CLOSING.indexOf(c) < 0));
    }

    static boolean isControl(int c) {
        return c >= 0x80 && c < 0xA0;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isPunctuated(String run) {
        return run.chars().anyMatch(c -> CLOSING.indexOf(c) >= 0);
    }

    /** Whether capitals follow small letters within it. */
    static boolean risesWithin(String run) {
        for (int i = 1; i < run.length(); i++) {
            if (Character.isLowerCase(run.charAt(i - 1)) && Character.isUpperCase(run.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
