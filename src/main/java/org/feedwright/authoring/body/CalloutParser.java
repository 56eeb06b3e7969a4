package org.feedwright.authoring.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Parses blocks between lines of colons ({@code :::note Title}, Docusaurus, VuePress, Quarto) and blocks that are
 * indented below their kind ({@code !!! note "Title"}, Python-Markdown, MkDocs).
 */
final class CalloutParser extends AbstractBlockParser {
    private static final int INDENT = 4;
    private static final Pattern COLONS = Pattern.compile(
            "(:{3,})\\s*+(?:\\{([^{}]*+)}|([A-Za-z][\\w-]*+))\\s*+(?:\\[([^\\[\\]]*+)])?\\s*+(?:\\{([^{}]*+)})?\\s*+(.*)");
    private static final Pattern CLOSING = Pattern.compile("(:{3,})\\s*");
    private static final Pattern MARKS =
            Pattern.compile("(?:!!!|\\?\\?\\?\\+?)\\s?([A-Za-z][\\w-]*+)(?:\\s+[\\w-]+)*+(?:\\s+\"(.*)\")?\\s*");
    private static final Pattern CLASS = Pattern.compile("\\.callout-(\\w+)");
    private static final Pattern TITLE = Pattern.compile("title=(?:\"([^\"]*+)\"|'([^']*+)')");

    private final Callout block;
    /** The number of colons that open it; 0 if its content is indented instead. */
    private final int colons;

    private CalloutParser(Callout block, int colons) {
        this.block = block;
        this.colons = colons;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (colons > 0) {
            return closes(state) ? close() : BlockContinue.atIndex(state.getIndex());
        }
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
    }

    private BlockContinue close() {
        block.isClosed = true;
        return BlockContinue.finished();
    }

    /** Whether a line of colons closes this block, and not code or another block in it. */
    private boolean closes(ParserState state) {
        var line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        if (state.getIndent() >= INDENT || start >= line.length() || line.charAt(start) != ':') {
            return false;
        }
        var closing = CLOSING.matcher(line.subSequence(start, line.length()));
        return closing.matches()
                && closing.group(1).length() >= colons
                && !isWithin(state.getActiveBlockParser().getBlock());
    }

    @SuppressWarnings("ReferenceEquality") // this block and not one that is equal
    private boolean isWithin(Node deepest) {
        if (deepest instanceof FencedCodeBlock) {
            return true;
        }
        for (Node each = deepest; each != null && each != block; each = each.getParent()) {
            if (each instanceof Callout inner && inner.opening.startsWith(":")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        if (!block.title.isEmpty()) {
            var title = new StrongEmphasis();
            inlines.parse(SourceLines.of(SourceLine.of(block.title, null)), title);
            block.prependChild(Callout.heading(title));
        }
    }

    /** Recognizes the lines that open such blocks. */
    static final class Factory implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= INDENT || start >= line.length() || ":!?".indexOf(line.charAt(start)) < 0) {
                return BlockStart.none();
            }
            String text = line.subSequence(start, line.length()).toString().strip();
            var colons = COLONS.matcher(text);
            if (colons.matches()) {
                return BlockStart.of(new CalloutParser(
                                fenced(text, colons), colons.group(1).length()))
                        .atIndex(line.length());
            }
            var marks = MARKS.matcher(text);
            return marks.matches()
                    ? BlockStart.of(new CalloutParser(indented(text, marks), 0)).atIndex(line.length())
                    : BlockStart.none();
        }

        private static Callout indented(String text, Matcher marks) {
            String title = marks.group(2) == null
                    ? Callout.words(marks.group(1))
                    : marks.group(2).strip();
            return new Callout(text, title, true);
        }

        private static Callout fenced(String text, Matcher colons) {
            String attributes = either(colons.group(2), colons.group(5));
            var ofClass = CLASS.matcher(attributes);
            String kind = ofClass.find() ? ofClass.group(1) : either(colons.group(3), "");
            boolean isApart = Callout.isName(kind);
            var stated = TITLE.matcher(attributes);
            String title = either(colons.group(4), colons.group(6)).strip();
            if (title.isEmpty() && stated.find()) {
                title = either(stated.group(1), stated.group(2)).strip();
            }
            return new Callout(text, title.isEmpty() && isApart ? Callout.words(kind) : title, isApart);
        }

        private static String either(@Nullable String one, @Nullable String other) {
            return one != null ? one : other != null ? other : "";
        }
    }
}
