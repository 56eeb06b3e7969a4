package org.feedwright.authoring.body;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Ends an address in running text also before the punctuation of Chinese, Japanese and Korean, which is written without
 * spaces ({@code 见 https://example.org/c，然后}), and before quotation marks and dashes. An address contains none of these
 * unless they are percent-encoded.
 */
final class AddressEnds implements PostProcessor {
    private static final String OTHERS = "“”„‟«»‹›…—";

    /** The position, from an index on, at which the text should be cut; its length if nowhere. */
    static int next(String text, int from) {
        int i = from;
        while (i < text.length() && !isEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isEnd(char c) {
        return c >= 0xAB && (OTHERS.indexOf(c) >= 0 || isIdeographicSign(c) || isFullWidthSign(c));
    }

    /**
     * Whether a character is an ideographic space, comma, full stop or bracket. The iteration mark and zero are
     * letters.
     */
    private static boolean isIdeographicSign(char c) {
        boolean isLetter = Character.isLetter(c) || Character.getType(c) == Character.LETTER_NUMBER;
        return (c >= 0x3000 && c <= 0x303F && !isLetter) || (c >= 0xFE10 && c <= 0xFE6F);
    }

    private static boolean isFullWidthSign(char c) {
        return c >= 0xFF01 && c <= 0xFF65 && !Character.isLetterOrDigit(c);
    }

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                String literal = text.getLiteral();
                if (literal.contains("://") || literal.contains("www.") || literal.indexOf('@') >= 0) {
                    cut(text, literal);
                }
            }

            @Override
            public void visit(Link link) {} // does not look into links
        });
        return document;
    }

    /** Cuts a text into several nodes; addresses are then looked for in each of them. */
    private static void cut(Text text, String literal) {
        int begin = 0;
        Node last = text;
        for (int end = next(literal, 0); end < literal.length(); end = next(literal, end + 1)) {
            var part = new Text(literal.substring(begin, end));
            last.insertAfter(part);
            last = part;
            begin = end;
        }
        if (begin > 0) {
            last.insertAfter(new Text(literal.substring(begin)));
            text.unlink();
        }
    }
}
