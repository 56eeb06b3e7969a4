package org.feedwright.authoring.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Gives headings ids as GitHub does, so that {@code [Results](#results)} leads to the heading "Results". A number is
 * added to an id that is taken already.
 */
final class HeadingIds implements AttributeProvider {
    private static final Pattern AUTHORED =
            Pattern.compile("\\b(?:id|name)\\s*=\\s*[\"']?([^\"'\\s>]+)", Pattern.CASE_INSENSITIVE);
    /** Ids that footnotes have. */
    private static final Pattern OF_FOOTNOTES = Pattern.compile("fn(?:ref)?-.*");

    /** The id that an author gave a heading; it stands in the heading and is not shown. */
    static final class StatedId extends CustomNode {
        private final String id;

        StatedId(String id) {
            this.id = id;
        }
    }

    private final Set<String> taken = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean isBegun;

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            if (!isBegun) {
                isBegun = true;
                takeAuthored(root(heading));
            }
            attributes.put("id", id(heading));
        }
    }

    /** The id that the author gave it, or else one made of its words. */
    private String id(Heading heading) {
        for (var child = heading.getLastChild(); child instanceof StatedId stated; child = child.getPrevious()) {
            if (shown.add(stated.id)) {
                return stated.id;
            }
        }
        return unique(slug(MarkdownText.of(heading)));
    }

    private static Node root(Node node) {
        var root = node;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root;
    }

    private void takeAuthored(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                takeAuthored(html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                takeAuthored(html.getLiteral());
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof StatedId stated) {
                    taken.add(stated.id);
                }
                super.visit(node);
            }
        });
    }

    private void takeAuthored(String html) {
        var ids = AUTHORED.matcher(html);
        while (ids.find()) {
            taken.add(ids.group(1));
        }
    }

    private String unique(String slug) {
        String id = slug;
        while (!taken.add(id)) {
            id = slug + "-" + numbers.merge(slug, 1, Integer::sum);
        }
        return id;
    }

    /** The heading in lower case, without signs, and with hyphens for spaces. */
    private static String slug(String heading) {
        String words = heading.strip().toLowerCase(Locale.ROOT);
        var slug = words.codePoints()
                .map(c -> Character.isWhitespace(c) ? '-' : c)
                .filter(HeadingIds::stays)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        if (slug.isEmpty()) {
            return "section";
        }
        return OF_FOOTNOTES.matcher(slug).matches() ? "heading-" + slug : slug.toString();
    }

    private static boolean stays(int c) {
        int type = Character.getType(c);
        return c == '-'
                || Character.isLetterOrDigit(c)
                || type == Character.CONNECTOR_PUNCTUATION
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
