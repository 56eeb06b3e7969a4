package org.feedwright.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into words and folds them to the spelling by which they are found: lower case, without accents, in
 * Unicode's compatible form.
 *
 * <p>SQLite and PostgreSQL split and fold words each in its own way, and neither splits text without spaces. So words
 * are split here, and both databases get the same ones. In Chinese, Japanese, Korean, Thai and the like each pair of
 * neighbouring characters is a word, and so is the last character of each run: a search then finds its text wherever it
 * stands.
 */
final class Tokenizer {
    private static final int LONGEST = 64; // code points; of a longer word the rest does not count

    private Tokenizer() {}

    /** The words of a text that is indexed. */
    static List<String> of(String text) {
        var tokens = new ArrayList<String>();
        addTo(tokens, text);
        return tokens;
    }

    /** Adds the words of a text that is indexed. */
    static void addTo(List<String> tokens, String text) {
        read(text, (characters, isDense) -> {
            if (isDense) {
                pairs(characters, tokens);
                tokens.add(last(characters));
            } else {
                tokens.add(characters);
            }
        });
    }

    /** The words of a text that is searched for; empty if the text has neither letters nor digits. */
    static Phrase phrase(String text) {
        var tokens = new ArrayList<String>();
        boolean isBeginning = false;
        var runs = new ArrayList<Run>();
        read(text, (characters, isDenseRun) -> runs.add(new Run(characters, isDenseRun)));
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            boolean isLast = i == runs.size() - 1;
            if (!run.isDense) {
                tokens.add(run.characters);
                continue;
            }
            int before = tokens.size();
            pairs(run.characters, tokens);
            boolean isSingle = tokens.size() == before;
            if (isSingle || !isLast) {
                tokens.add(last(run.characters));
            }
            isBeginning = isLast && isSingle;
        }
        return new Phrase(tokens, isBeginning);
    }

    /**
     * Words that follow one another.
     *
     * @param isPrefix whether the last word may be the beginning of a longer one
     */
    record Phrase(List<String> tokens, boolean isPrefix) {
        Phrase {
            tokens = List.copyOf(tokens);
        }

        boolean isEmpty() {
            return tokens.isEmpty();
        }
    }

    /**
     * Characters without a separator between them.
     *
     * @param isDense whether the words among them are written without spaces
     */
    private record Run(String characters, boolean isDense) {}

    /** Receives each run of a text. */
    private interface Runs {
        void add(String characters, boolean isDense);
    }

    /**
     * Reads a text in pieces that end at signs which no word contains. Most pieces only need their capitals folded,
     * which is many times faster than full folding.
     */
    private static void read(String text, Runs runs) {
        int start = -1;
        boolean isAscii = true;
        boolean isSmall = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z') {
                start = start < 0 ? i : start;
            } else if (isParting(c)) {
                if (start >= 0) {
                    String piece = text.substring(start, i);
                    if (isAscii) {
                        add(isSmall ? piece : piece.toLowerCase(Locale.ROOT), false, runs);
                    } else {
                        addFolded(Folding.of(piece), runs);
                    }
                }
                start = -1;
                isAscii = true;
                isSmall = true;
            } else {
                start = start < 0 ? i : start;
                isAscii &= c < 0x80;
                isSmall &= c <= '9';
            }
        }
    }

    /** Whether a character is a sign that no word contains. */
    private static boolean isParting(char c) {
        boolean isPunctuation = c >= 0x2010 && c <= 0x2027; // dashes, quotation marks and the like
        return isPunctuation
                || (c < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')));
    }

    private static void addFolded(String folded, Runs runs) {
        int start = -1;
        boolean isDense = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            boolean isOfWord = Character.isLetterOrDigit(c) || (start >= 0 && isMark(c));
            boolean other = isOfWord && start >= 0 && !isMark(c) && isDense(c) != isDense;
            if (start >= 0 && (!isOfWord || other)) {
                add(folded.substring(start, i), isDense, runs);
                start = -1;
            }
            if (isOfWord && start < 0) {
                start = i;
                isDense = isDense(c);
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            add(folded.substring(start), isDense, runs);
        }
    }

    private static void add(String characters, boolean isDense, Runs runs) {
        boolean isTooLong =
                characters.length() > LONGEST && characters.codePointCount(0, characters.length()) > LONGEST;
        runs.add(
                isDense || !isTooLong ? characters : characters.substring(0, characters.offsetByCodePoints(0, LONGEST)),
                isDense);
    }

    private static void pairs(String run, List<String> tokens) {
        int one = 0;
        int two = run.offsetByCodePoints(0, 1);
        while (two < run.length()) {
            int end = run.offsetByCodePoints(two, 1);
            tokens.add(run.substring(one, end));
            one = two;
            two = end;
        }
    }

    private static String last(String run) {
        return run.substring(run.offsetByCodePoints(run.length(), -1));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isDense(int c) {
        if (c < 0xE00) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> c == 0x30FC; // the sign that lengthens a Japanese vowel
        };
    }
}
