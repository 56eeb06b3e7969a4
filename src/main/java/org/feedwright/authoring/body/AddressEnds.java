package org.feedwright.authoring.body;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Where an address in running text ends besides at white space: before the punctuation of Chinese, Japanese and
 * Korean, which stands without spaces ({@code 见 https://example.org/c，然后}), and before quotation marks and dashes.
 * Addresses have none of them unless they are percent-encoded.
 */
final class AddressEnds implements PostProcessor {
    private static final String OTHERS = "“”„‟«»‹›…—";

    /** Where the text should be cut, from an index on; its length if nowhere. */
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

    /** Spaces, commas, full stops and brackets, but not the iteration mark and zero, which are letters. */
    private static boolean isIdeographicSign(char c) {
        return (c >= 0x3000 && c <= 0x303F && !Character.isLetterOrDigit(c)) || (c >= 0xFE10 && c <= 0xFE6F);
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
            public void visit(Link link) {} // what is one already is not looked at
        });
        return document;
    }

    /** The addresses are looked for in each node by itself afterwards. */
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
