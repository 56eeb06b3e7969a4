package org.feedwright.authoring.body;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A line of nothing but attributes, which belong to the block before it: {@code {: .class #id}}. */
final class AttributeLine extends CustomBlock {
    private static final int INDENTED_CODE = 4;

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
            var line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= INDENTED_CODE || start >= line.length() || line.charAt(start) != '{') {
                return BlockStart.none();
            }
            String text = line.subSequence(start, line.length()).toString().strip();
            if (!text.endsWith("}") || text.indexOf('}') != text.length() - 1) {
                return BlockStart.none();
            }
            return AttributeList.of(text.substring(1, text.length() - 1))
                    .filter(list -> list.isMarked() && !text.startsWith("{/"))
                    .map(list -> BlockStart.of(new LineParser(list)).atIndex(line.length()))
                    .orElse(BlockStart.none());
        }
    }

    private static final class LineParser extends AbstractBlockParser {
        private final AttributeLine block;

        LineParser(AttributeList attributes) {
            this.block = new AttributeLine(attributes);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
