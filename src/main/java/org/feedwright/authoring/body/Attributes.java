package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Takes the attributes of generators out of a parsed text: ids go to their headings, all others mean nothing in feeds. */
final class Attributes extends AbstractVisitor {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]{0,3}\\{(:[^{}\\n]*)}[ \\t]*$");
    private static final Pattern VERBATIM =
            Pattern.compile("<(?:pre|script|style|textarea)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COMMENT_ENDS = Set.of("/comment", ":/comment", "/", ":/");

    private final ArrayList<AttributeLine> lines = new ArrayList<>();
    private final ArrayList<Text> texts = new ArrayList<>();

    private Attributes() {}

    static void takeOut(Node document) {
        var attributes = new Attributes();
        document.accept(attributes);
        attributes.texts.forEach(Attributes::takeOutBehind);
        takeOutComments(attributes.lines);
        attributes.lines.forEach(Attributes::takeOutLine);
    }

    /** Takes out what stands between {@code {::comment}} and {@code {:/comment}}, which Kramdown shows nobody. */
    private static void takeOutComments(List<AttributeLine> lines) {
        var unended = new HashSet<Node>(); // in which a comment has no end, and so no later one has
        for (var line : lines) {
            boolean begins = line.attributes().extension().equals(":comment");
            if (begins && line.getParent() != null && !unended.contains(line.getParent())) {
                commented(line)
                        .ifPresentOrElse(blocks -> blocks.forEach(Node::unlink), () -> unended.add(line.getParent()));
            }
        }
    }

    /** The blocks behind a line up to the one that ends the comment; nothing if none ends it. */
    private static Optional<List<Node>> commented(AttributeLine line) {
        var blocks = new ArrayList<Node>();
        for (var block = line.getNext(); block != null; block = block.getNext()) {
            if (block instanceof AttributeLine end
                    && COMMENT_ENDS.contains(end.attributes().extension())) {
                return Optional.of(blocks);
            }
            blocks.add(block);
        }
        return Optional.empty();
    }

    /** Takes Kramdown's lines out of HTML, which goes on up to the next empty line. */
    static void takeOutOf(HtmlBlock html) {
        String literal = html.getLiteral();
        if (literal.contains("{:") && !VERBATIM.matcher(literal).find()) {
            html.setLiteral(LINE.matcher(literal)
                    .replaceAll(line ->
                            AttributeList.of(line.group(1)).isPresent() ? "" : Matcher.quoteReplacement(line.group())));
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof AttributeLine line) {
            lines.add(line);
        }
        super.visit(block);
    }

    @Override
    public void visit(Text text) {
        if (text.getLiteral().startsWith("{") && isSpan(text.getPrevious())) {
            texts.add(text);
        }
    }

    @Override
    public void visit(Heading heading) {
        super.visit(heading);
        if (heading.getLastChild() instanceof Text text) {
            String literal = text.getLiteral().stripTrailing();
            int open = literal.lastIndexOf('{');
            if (open >= 0 && literal.endsWith("}")) {
                AttributeList.of(literal.substring(open + 1, literal.length() - 1))
                        .filter(AttributeList::isMarked)
                        .ifPresent(list -> {
                            text.setLiteral(literal.substring(0, open).stripTrailing());
                            name(heading, list);
                        });
            }
        }
    }

    private static void name(Heading heading, AttributeList attributes) {
        if (attributes.id() != null) {
            heading.appendChild(new HeadingIds.StatedId(attributes.id()));
        }
    }

    private static void takeOutLine(AttributeLine line) {
        if (line.getPrevious() instanceof Heading heading) {
            name(heading, line.attributes());
        }
        if (line.attributes().isContents() && line.getPrevious() instanceof ListBlock list) {
            list.unlink();
        }
        line.unlink();
    }

    private static boolean isSpan(@Nullable Node node) {
        return node instanceof Link
                || node instanceof Image
                || node instanceof Emphasis
                || node instanceof StrongEmphasis
                || node instanceof Code;
    }

    private static void takeOutBehind(Text text) {
        String literal = text.getLiteral();
        int close = literal.indexOf('}');
        boolean isAddress = text.getPrevious() instanceof Link || text.getPrevious() instanceof Image;
        Optional.of(close)
                .filter(at -> at > 0)
                .flatMap(at -> AttributeList.of(literal.substring(1, at)))
                .filter(list -> list.isMarked() || isAddress)
                .ifPresent(_ -> text.setLiteral(literal.substring(close + 1)));
    }
}
