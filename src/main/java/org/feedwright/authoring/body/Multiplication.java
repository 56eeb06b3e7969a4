package org.feedwright.authoring.body;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads asterisks between digits as multiplication: {@code 5*3*2} stays as it is, where CommonMark would read a 5, an
 * emphasized 3 and a 2, and falsify the number. A single asterisk between a digit and a letter is read so too ({@code
 * 2*n + 3*m}), unless it emphasizes a whole word ({@code *p*53}, {@code the 5*th*}).
 */
final class Multiplication implements InlineContentParser {
    private static final Set<UnicodeScript> FORMULAS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    /** The position behind the last asterisk, if that begins a word. */
    private @Nullable Position wordStart;

    private Multiplication() {}

    @Override
    public @Nullable ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var start = scanner.position();
        int before = scanner.peekPreviousCodePoint();
        int length = scanner.matchMultiple('*');
        int after = scanner.peekCodePoint();
        var end = scanner.position();
        boolean multiplies = isBetweenNumbers(before, after, length, scanner)
                || (length == 1 && isInFormula(before, after) && !isWord(start, end, scanner));
        wordStart = length == 1 && !isAlphanumeric(before) && isAlphanumeric(after) ? end : null;
        return multiplies ? ParsedInline.of(new Text("*".repeat(length)), end) : ParsedInline.none();
    }

    private static boolean isBetweenNumbers(int before, int after, int length, Scanner scanner) {
        if (Character.isDigit(before)) {
            return Character.isDigit(after);
        }
        boolean areBrackets = length == 1 && before == ')' && scanner.next('(');
        return areBrackets && Character.isDigit(scanner.peekCodePoint());
    }

    private static boolean isInFormula(int before, int after) {
        return (Character.isDigit(before) && isLetter(after)) || (isLetter(before) && Character.isDigit(after));
    }

    /** Whether the asterisk and another one enclose a word. */
    private boolean isWord(Position start, Position end, Scanner scanner) {
        if (wordStart != null
                && scanner.getSource(wordStart, start)
                        .getContent()
                        .codePoints()
                        .allMatch(Multiplication::isAlphanumeric)) {
            return true;
        }
        scanner.setPosition(end);
        while (isAlphanumeric(scanner.peekCodePoint())) {
            scanner.next();
        }
        return scanner.matchMultiple('*') == 1 && !isAlphanumeric(scanner.peekCodePoint());
    }

    private static boolean isAlphanumeric(int c) {
        return Character.isDigit(c) || isLetter(c);
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c) && FORMULAS.contains(UnicodeScript.of(c));
    }

    /** Makes a parser for each block. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('*');
        }

        @Override
        public InlineContentParser create() {
            return new Multiplication();
        }
    }
}
