package org.feedwright.authoring.body;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.html.HtmlRenderer;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Note;

/** Renders parsed Markdown as clean HTML of bounded size. */
final class MarkdownHtml {
    private static final Set<Class<? extends Node>> PLAIN = Set.of(
            Document.class,
            Heading.class,
            Paragraph.class,
            BulletList.class,
            OrderedList.class,
            ListItem.class,
            BlockQuote.class,
            FencedCodeBlock.class,
            IndentedCodeBlock.class,
            ThematicBreak.class,
            LinkReferenceDefinition.class,
            Text.class,
            Emphasis.class,
            StrongEmphasis.class,
            Strikethrough.class,
            Code.class,
            SoftLineBreak.class,
            HeadingIds.StatedId.class,
            HardLineBreak.class);
    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*");

    private final HtmlRenderer renderer;

    MarkdownHtml(List<Extension> extensions) {
        this.renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .attributeProviderFactory(_ -> new HeadingIds())
                .build();
    }

    /**
     * Renders a node and what is below it as clean HTML.
     *
     * @param length the length of the source in characters, which bounds the HTML
     * @param part the prefix of ids; empty for the body
     * @param notes receives what could not stay as it was written
     */
    String of(Node node, int length, String part, Consumer<Note> notes) {
        String html = uncleaned(node, length);
        boolean isClean = isClean(node);
        String clean = isClean ? html.strip() : CleanHtml.of(html, notes);
        return isClean && part.isEmpty() ? clean : PartIds.unique(clean, part);
    }

    /** Renders a node without cleaning, for callers that only take the text out of it. */
    String uncleaned(Node node, int length) {
        var html = new BoundedText(length);
        renderer.render(node, html);
        return html.toString();
    }

    /**
     * Whether a tree needs no cleaning, as most Markdown: it contains no HTML and no addresses but those of the web,
     * and all its text is escaped.
     */
    private static boolean isClean(Node root) {
        var left = new ArrayDeque<Node>();
        left.push(root);
        while (!left.isEmpty()) {
            var node = left.pop();
            boolean isClean = node instanceof Link link
                    ? WEB.matcher(link.getDestination()).matches()
                    : PLAIN.contains(node.getClass());
            if (!isClean) {
                return false;
            }
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                left.push(child);
            }
        }
        return true;
    }
}
