package org.feedwright.authoring.body;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.text.AsciiMatcher;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads references to control characters, such as <code>&amp;#146;</code>, as HTML does: as Windows-1252. CommonMark
 * would make control characters of them.
 */
final class ControlReferences implements InlineContentParserFactory, InlineContentParser {
    private static final AsciiMatcher HEXADECIMAL = AsciiMatcher.builder()
            .range('0', '9')
            .range('A', 'F')
            .range('a', 'f')
            .build();
    private static final AsciiMatcher DECIMAL =
            AsciiMatcher.builder().range('0', '9').build();
    /** The most digits that CommonMark accepts in a reference. */
    private static final int MOST_DIGITS = 7;

    @Override
    public @Nullable ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        if (!scanner.next('#')) {
            return ParsedInline.none();
        }
        boolean isHexadecimal = scanner.next('x') || scanner.next('X');
        var start = scanner.position();
        int digits = scanner.match(isHexadecimal ? HEXADECIMAL : DECIMAL);
        var end = scanner.position();
        if (digits == 0 || digits > MOST_DIGITS || !scanner.next(';')) {
            return ParsedInline.none();
        }
        int c = Integer.parseInt(scanner.getSource(start, end).getContent(), isHexadecimal ? 16 : 10);
        int meant = XmlText.meant(c);
        return meant == c ? ParsedInline.none() : ParsedInline.of(new Text(text(meant)), scanner.position());
    }

    private static String text(int meant) {
        return meant == 0 ? "" : Character.toString(meant);
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('&');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }
}
