package org.feedwright.authoring.body;

import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A line of nothing but attributes, which belong to the block before it: {@code {: .class #id}}. */
final class AttributeLine extends CustomBlock {
    private final AttributeList attributes;

    private AttributeLine(AttributeList attributes) {
        this.attributes = attributes;
    }

    AttributeList attributes() {
        return attributes;
    }

    /** Recognizes such lines wherever a block can begin, so never in code. */
    static final class Factory implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String text = LineBlock.line(state, '{');
            if (!text.endsWith("}") || text.indexOf('}') != text.length() - 1) {
                return BlockStart.none();
            }
            return AttributeList.of(text.substring(1, text.length() - 1))
                    .filter(list -> list.isMarked() && !text.startsWith("{/"))
                    .map(list -> LineBlock.start(new AttributeLine(list), state))
                    .orElse(BlockStart.none());
        }
    }
}
