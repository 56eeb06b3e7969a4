package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.feedwright.authoring.problem.Note;
import org.jspecify.annotations.Nullable;

/**
 * Turns what generators and editors add to Markdown into Markdown's own: attributes and tables of contents are taken
 * out, notes become quotations, and the boxes of tasks become signs.
 */
final class Idioms extends AbstractVisitor {
    private static final Set<String> CONTENTS = Set.of("[toc]", "[[toc]]", "@[toc]", "{{toc}}", "{{ toc }}");

    /** Pelican's pages of a tag, a category or an author, and its first page. */
    private static final Pattern LISTING = Pattern.compile("[{|](?:tag|category|author|index)[}|]");

    private final List<TaskListItemMarker> boxes = new ArrayList<>();
    private final List<Paragraph> contents = new ArrayList<>();
    private final List<Paragraph> marks = new ArrayList<>();
    private final List<HtmlInline> anchors = new ArrayList<>();
    private final List<IndentedCodeBlock> codes = new ArrayList<>();
    private final List<FencedCodeBlock> fences = new ArrayList<>();
    private @Nullable String scripted;
    private final List<Link> listings = new ArrayList<>();

    private Idioms() {}

    static Node apply(Node document, Consumer<Note> notes) {
        Attributes.takeOut(document);
        Callouts.apply(document, notes);
        Abbreviations.explain(document);
        var found = new Idioms();
        document.accept(found);
        found.boxes.forEach(Idioms::sign);
        found.contents.forEach(Node::unlink);
        found.marks.forEach(Idioms::mark);
        found.anchors.forEach(Idioms::takeOutLinks);
        found.codes.forEach(CodeIdioms::name);
        found.fences.forEach(CodeIdioms::caption);
        if (found.scripted != null) {
            tell(found.scripted, notes);
        }
        found.listings.forEach(link -> takeOut(link, notes));
        return document;
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        codes.add(code);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        fences.add(code);
    }

    @Override
    public void visit(Link link) {
        if (LISTING.matcher(link.getDestination()).lookingAt()) {
            listings.add(link);
        }
        super.visit(link);
    }

    @Override
    public void visit(HtmlBlock html) {
        Attributes.takeOutOf(html);
        html.setLiteral(JsxTag.inHtml(html.getLiteral()));
        note(html.getLiteral());
    }

    private void note(String html) {
        int mark = scripted == null ? html.indexOf(JsxTag.MARK) : -1;
        if (mark >= 0) {
            scripted = html.substring(html.lastIndexOf('<', mark), mark).split("\\s", 2)[0];
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TaskListItemMarker box) {
            boxes.add(box);
        }
        super.visit(node);
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().regionMatches(true, 0, "<a ", 0, 3)) {
            anchors.add(html);
        }
        html.setLiteral(JsxTag.inHtml(html.getLiteral()));
        note(html.getLiteral());
    }

    /** Says what is missing of the first tag that has JavaScript. */
    private static void tell(String name, Consumer<Note> notes) {
        notes.accept(new Note(
                "what stands in braces in " + name + "> was left out, for scripts do not work in feeds",
                "write an address or a text in quotes",
                name));
    }

    private static boolean isComment(Paragraph paragraph) {
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            boolean isSpace = child instanceof Text text && text.getLiteral().isBlank();
            boolean isComment =
                    child instanceof HtmlInline html && html.getLiteral().equals(JsxTag.COMMENT);
            if (!isSpace && !isComment && !(child instanceof SoftLineBreak)) {
                return false;
            }
        }
        return paragraph.getFirstChild() != null;
    }

    @Override
    public void visit(Paragraph paragraph) {
        super.visit(paragraph);
        if (isComment(paragraph)) {
            contents.add(paragraph);
        }
        if (paragraph.getFirstChild() instanceof Text text && isSign(text.getLiteral())) {
            String line = MarkdownText.of(paragraph).strip().toLowerCase(Locale.ROOT);
            if (CONTENTS.contains(line)) {
                contents.add(paragraph);
            } else if (SummaryMark.isExpression(line)) {
                marks.add(paragraph);
            }
        }
    }

    private static boolean isSign(String text) {
        return !text.isEmpty() && "@[{".indexOf(text.charAt(0)) >= 0;
    }

    /** Many readers drop check boxes, and a task that is done would look like one that is not. */
    private static void sign(TaskListItemMarker box) {
        var sign = new Text(box.isChecked() ? "☑ " : "☐ ");
        if (box.getNext() instanceof Paragraph paragraph) {
            paragraph.prependChild(sign);
        } else {
            box.insertAfter(sign);
        }
        box.unlink();
    }

    /** Takes out a link to a page that only the generator makes, and leaves its text. */
    private static void takeOut(Link link, Consumer<Note> notes) {
        notes.accept(new Note(
                "the link to '" + link.getDestination() + "' leads to a page that is not made here; its text stays",
                "write the whole address of the page, https://…",
                link.getDestination()));
        for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    /** An address between {@code <a …>} and {@code </a>} is a link already; one within it would end it. */
    private static void takeOutLinks(HtmlInline anchor) {
        Node next;
        for (Node node = anchor.getNext(); node != null && !isEnd(node); node = next) {
            next = node.getNext();
            if (node instanceof Link link && link.getFirstChild() instanceof Text text && isAddress(link, text)) {
                link.insertBefore(text);
                link.unlink();
            }
        }
    }

    /** A link ends where it says so, and where another one begins. */
    private static boolean isEnd(Node node) {
        return node instanceof HtmlInline html
                && (html.getLiteral().regionMatches(true, 0, "</a", 0, 3)
                        || html.getLiteral().regionMatches(true, 0, "<a ", 0, 3));
    }

    /** Whether a link was made of nothing but the address that is shown. */
    private static boolean isAddress(Link link, Text text) {
        return text.getNext() == null && link.getDestination().endsWith(text.getLiteral());
    }

    private static void mark(Paragraph paragraph) {
        var comment = new HtmlBlock();
        comment.setLiteral(SummaryMark.COMMENT);
        paragraph.insertBefore(comment);
        paragraph.unlink();
    }
}
