package org.feedwright.authoring.body;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/** A block that is one line. */
final class LineBlock extends AbstractBlockParser {
    private static final int INDENTED_CODE = 4;

    private final Block block;

    private LineBlock(Block block) {
        this.block = block;
    }

    /** The line that is read, without white space around it; empty if it is indented code, or begins with another sign. */
    static String line(ParserState state, char sign) {
        var line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        return state.getIndent() >= INDENTED_CODE || start >= line.length() || line.charAt(start) != sign
                ? ""
                : line.subSequence(start, line.length()).toString().strip();
    }

    /** Takes the whole line for this block. */
    static BlockStart start(Block block, ParserState state) {
        return BlockStart.of(new LineBlock(block))
                .atIndex(state.getLine().getContent().length());
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
