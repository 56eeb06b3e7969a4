package org.feedwright.authoring.body;

import java.text.Normalizer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.feedwright.text.XmlText;

/**
 * The letters of a Markdown heading or paragraph, by which it is recognized. {@code HtmlLine} makes text for readers.
 */
final class MarkdownText {
    private MarkdownText() {}

    static String of(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak node) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** Whether a heading repeats a title, apart from white space, markup and typographic quotes. */
    static boolean repeats(Node heading, String title) {
        return !title.isBlank() && plain(title).equals(plain(of(heading)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(XmlText.line(text), Normalizer.Form.NFC)
                .replaceAll("[*_`~]", "")
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"");
    }

    /** Removes the first characters of a node's text, which may be bold or in a link. */
    static void dropBeginning(Node node, int characters) {
        node.accept(new AbstractVisitor() {
            private int left = characters;

            @Override
            public void visit(Text text) {
                int drop = Math.min(left, text.getLiteral().length());
                left -= drop;
                text.setLiteral(text.getLiteral().substring(drop));
                if (text.getLiteral().isEmpty()) {
                    unlinkEmpty(text);
                }
            }

            @SuppressWarnings("ReferenceEquality") // this node and not one that is equal
            private void unlinkEmpty(Node empty) {
                var parent = empty.getParent();
                empty.unlink();
                if (parent != null && parent != node && parent.getFirstChild() == null) {
                    unlinkEmpty(parent);
                }
            }
        });
    }
}
