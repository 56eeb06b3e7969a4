package org.feedwright.authoring.body;

import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Recognizes a line that opens an element of HTML in which there is Markdown ({@code <div markdown="1">}; Kramdown,
 * Python-Markdown). CommonMark would take all up to the next empty line for HTML.
 */
final class MarkdownInHtml implements BlockParserFactory {
    private static final Pattern MARK =
            Pattern.compile("\\smarkdown\\s?=\\s?[\"']?(?:1|block)[\"']?(?=[\\s>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile(
            "<(?:article|aside|blockquote|center|details|div|figure|footer|header|main|nav|section)\\s[^<>]{1,1000}>",
            Pattern.CASE_INSENSITIVE);

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String text = LineBlock.line(state, '<');
        var mark = MARK.matcher(text);
        if (!OPENING.matcher(text).matches() || !mark.find()) {
            return BlockStart.none();
        }
        var block = new HtmlBlock();
        block.setLiteral(mark.replaceFirst(""));
        return LineBlock.start(block, state);
    }
}
