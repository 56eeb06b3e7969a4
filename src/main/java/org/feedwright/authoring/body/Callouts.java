package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.feedwright.authoring.problem.Note;

/**
 * Makes quotations with a bold title of notes, tips and warnings, so that every reader sets them apart and says what
 * they are: {@code > [!NOTE]} (GitHub, Obsidian) and what {@link CalloutParser} finds.
 */
final class Callouts extends AbstractVisitor {
    private static final Pattern MARK = Pattern.compile("\\[!([A-Za-z][\\w-]{0,30})][+-]?\\s*");

    private final List<BlockQuote> quotes = new ArrayList<>();
    private final List<Callout> callouts = new ArrayList<>();

    private Callouts() {}

    static void apply(Node document, Consumer<Note> notes) {
        var found = new Callouts();
        document.accept(found);
        found.quotes.forEach(Callouts::mark);
        found.callouts.reversed().forEach(callout -> replace(callout, notes));
    }

    @Override
    public void visit(BlockQuote quote) {
        quotes.add(quote);
        super.visit(quote);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof Callout callout) {
            callouts.add(callout);
        }
        super.visit(block);
    }

    private static void mark(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
            var mark = MARK.matcher(text.getLiteral());
            if (mark.lookingAt()) {
                text.setLiteral(text.getLiteral().substring(mark.end()));
                var title = title(paragraph);
                if (title.getFirstChild() == null) {
                    title.appendChild(new Text(Callout.words(mark.group(1))));
                }
                paragraph.insertBefore(Callout.heading(title));
                if (paragraph.getFirstChild() == null) {
                    paragraph.unlink();
                }
            }
        }
    }

    /** Takes the first line, behind the mark, out of a paragraph. */
    private static StrongEmphasis title(Paragraph paragraph) {
        var title = new StrongEmphasis();
        for (var node = paragraph.getFirstChild(); node != null; node = paragraph.getFirstChild()) {
            node.unlink();
            if (node instanceof SoftLineBreak) {
                break;
            }
            if (!(node instanceof Text text && text.getLiteral().isEmpty())) {
                title.appendChild(node);
            }
        }
        return title;
    }

    @SuppressWarnings("ReferenceEquality") // its only child
    private static void replace(Callout callout, Consumer<Note> notes) {
        boolean isFenced = callout.opening.startsWith(":");
        boolean isEmpty = callout.getFirstChild() == null
                || (!callout.title.isEmpty() && callout.getFirstChild() == callout.getLastChild());
        if (isFenced ? !callout.isClosed : isEmpty) {
            asWritten(callout);
        } else if (callout.isApart) {
            var quote = new BlockQuote();
            move(callout, quote);
            callout.insertBefore(quote);
            callout.unlink();
        } else {
            notes.accept(new Note(
                    "the block '" + callout.opening + "' is not set apart, for its kind is not known; its text stays",
                    "call it note, tip, info, warning or danger, if it is one",
                    callout.opening));
            unwrap(callout);
        }
    }

    private static void move(Callout from, Block to) {
        to.setSourceSpans(from.getSourceSpans());
        for (var child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }

    /** A line that opens nothing is text. */
    private static void asWritten(Callout callout) {
        if (!callout.title.isEmpty() && callout.getFirstChild() != null) {
            callout.getFirstChild().unlink();
        }
        var line = new Paragraph();
        line.appendChild(new Text(callout.opening));
        callout.insertBefore(line);
        unwrap(callout);
    }

    private static void unwrap(Callout callout) {
        for (var child = callout.getFirstChild(); child != null; child = callout.getFirstChild()) {
            callout.insertBefore(child);
        }
        callout.unlink();
    }
}
