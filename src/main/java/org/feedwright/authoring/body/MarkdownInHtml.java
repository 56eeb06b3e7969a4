package org.feedwright.authoring.body;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * A line that opens an element of HTML in which there is Markdown ({@code <div markdown="1">}; Kramdown, Python-Markdown).
 * CommonMark would take all up to the next empty line for HTML.
 */
final class MarkdownInHtml extends AbstractBlockParser {
    private static final int INDENTED_CODE = 4;
    private static final Pattern MARK =
            Pattern.compile("\\smarkdown\\s?=\\s?[\"']?(?:1|block)[\"']?(?=[\\s>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile(
            "<(?:article|aside|blockquote|center|details|div|figure|footer|header|main|nav|section)\\s[^<>]{1,1000}>",
            Pattern.CASE_INSENSITIVE);

    private final HtmlBlock block = new HtmlBlock();

    private MarkdownInHtml(String line) {
        block.setLiteral(line);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    /** Recognizes such lines. */
    static final class Factory implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= INDENTED_CODE || start >= line.length() || line.charAt(start) != '<') {
                return BlockStart.none();
            }
            String text = line.subSequence(start, line.length()).toString().strip();
            var mark = MARK.matcher(text);
            return OPENING.matcher(text).matches() && mark.find()
                    ? BlockStart.of(new MarkdownInHtml(mark.replaceFirst(""))).atIndex(line.length())
                    : BlockStart.none();
        }
    }
}
