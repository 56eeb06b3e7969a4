package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.feedwright.authoring.problem.Note;

/**
 * Turns what generators and editors add to Markdown into Markdown's own: attributes and tables of contents are taken
 * out, notes become quotations, and the boxes of tasks become signs.
 */
final class Idioms extends AbstractVisitor {
    private static final Set<String> CONTENTS = Set.of("[toc]", "[[toc]]", "@[toc]", "{{toc}}", "{{ toc }}");

    private final List<TaskListItemMarker> boxes = new ArrayList<>();
    private final List<Paragraph> contents = new ArrayList<>();
    private final List<Paragraph> marks = new ArrayList<>();
    private final List<HtmlInline> anchors = new ArrayList<>();

    private Idioms() {}

    static Node apply(Node document, Consumer<Note> notes) {
        Attributes.takeOut(document);
        Callouts.apply(document, notes);
        var found = new Idioms();
        document.accept(found);
        found.boxes.forEach(Idioms::sign);
        found.contents.forEach(Node::unlink);
        found.marks.forEach(Idioms::mark);
        found.anchors.forEach(Idioms::takeOutLinks);
        return document;
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
    }

    @Override
    public void visit(Paragraph paragraph) {
        super.visit(paragraph);
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

    private static boolean isEnd(Node node) {
        return node instanceof HtmlInline html && html.getLiteral().regionMatches(true, 0, "</a", 0, 3);
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
