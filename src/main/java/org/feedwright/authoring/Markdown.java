package org.feedwright.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
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
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.jspecify.annotations.Nullable;

/** CommonMark with tables, strikethrough, autolinks and footnotes. HTML in it is kept as far as it is clean. */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            FootnotesExtension.create());
    /** Deeper than people nest; what is deeper stays text, or a page of brackets would exhaust the stack. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

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
            HardLineBreak.class);
    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*");

    private Markdown() {}

    static Prose prose(String source) {
        return new Prose(source.strip(), html(PARSER.parse(source)));
    }

    /** The body of an article; the sections are left where they are if they are not wanted. */
    static Body body(String source, boolean takeHighlights, boolean takeDisclaimer) {
        var document = PARSER.parse(source);
        var taken = new HashSet<Integer>();
        var highlights = takeHighlights ? takeHighlights(document, taken) : List.<Highlight>of();
        var disclaimer = takeDisclaimer ? takeDisclaimer(document, source, taken) : null;
        var notes = new ArrayList<Note>();
        return new Body(new Prose(without(taken, source), html(document, notes::add)), highlights, disclaimer, notes);
    }

    private static List<Highlight> takeHighlights(Node document, Set<Integer> taken) {
        var heading = document.getFirstChild();
        boolean isHeaded = (heading instanceof Heading || heading instanceof Paragraph)
                && Body.HIGHLIGHTS.matcher(text(heading)).matches();
        if (!isHeaded || !(heading.getNext() instanceof ListBlock list)) {
            return List.of();
        }
        var highlights = new ArrayList<Highlight>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            String text = text(item);
            if (!text.isBlank()) {
                highlights.add(new Highlight(text));
            }
        }
        take((Block) heading, taken);
        take(list, taken);
        return highlights;
    }

    private static @Nullable Disclaimer takeDisclaimer(Node document, String source, Set<Integer> taken) {
        var last = blockBefore(document.getLastChild());
        if (last instanceof Paragraph paragraph) {
            var beginning = Body.DISCLAIMER.matcher(text(paragraph));
            if (beginning.lookingAt()) {
                String own = source(List.of(paragraph), source);
                take(paragraph, taken);
                dropBeginning(paragraph, beginning.end());
                return new Disclaimer(new Prose(own, html(paragraph)));
            }
        }
        var section = new ArrayList<Block>();
        for (var block = last; block != null; block = blockBefore(block.getPrevious())) {
            // A paragraph heads one other at most, or all that follows on any mention would be taken.
            boolean isHeading = block instanceof Heading || (block instanceof Paragraph && section.size() == 1);
            if (isHeading
                    && !section.isEmpty()
                    && Body.DISCLAIMER_HEADING.matcher(text(block)).matches()) {
                take((Block) block, taken);
                return disclaimer(section, source, taken);
            }
            if (block instanceof Heading) {
                return null;
            }
            section.addFirst((Block) block);
        }
        return null;
    }

    private static Disclaimer disclaimer(List<Block> section, String source, Set<Integer> taken) {
        var all = new Document();
        section.forEach(block -> {
            take(block, taken);
            all.appendChild(block);
        });
        return new Disclaimer(new Prose(source(section, source), html(all)));
    }

    /** This node, or the next one before it that is shown where it stands. */
    private static @Nullable Node blockBefore(@Nullable Node node) {
        var block = node;
        while (block instanceof FootnoteDefinition || block instanceof LinkReferenceDefinition) {
            block = block.getPrevious();
        }
        return block;
    }

    private static String source(List<? extends Block> blocks, String source) {
        List<String> lines = source.lines().toList();
        return blocks.stream()
                .map(block -> block.getSourceSpans().stream()
                        .map(SourceSpan::getLineIndex)
                        .map(lines::get)
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    /** Drops the first characters of the text below a node, which may be bold or in a link. */
    private static void dropBeginning(Node node, int characters) {
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

            private void unlinkEmpty(Node empty) {
                var parent = empty.getParent();
                empty.unlink();
                if (parent != null && parent != node && parent.getFirstChild() == null) {
                    unlinkEmpty(parent);
                }
            }
        });
    }

    private static void take(Block block, Set<Integer> taken) {
        block.getSourceSpans().forEach(span -> taken.add(span.getLineIndex()));
        block.unlink();
    }

    private static String without(Set<Integer> taken, String source) {
        if (taken.isEmpty() && source.indexOf('\r') < 0) {
            return source.strip();
        }
        List<String> lines = source.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> !taken.contains(line))
                .mapToObj(lines::get)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String html(Node node) {
        return html(node, _ -> {});
    }

    private static String html(Node node, Consumer<Note> notes) {
        String html = RENDERER.render(node);
        return isClean(node) ? html.strip() : CleanHtml.of(html, notes);
    }

    /**
     * Whether nothing in it needs cleaning, as in most Markdown: it has neither HTML nor addresses but those of
     * the web, and all text of it is escaped.
     */
    private static boolean isClean(Node node) {
        boolean isClean = node instanceof Link link
                ? WEB.matcher(link.getDestination()).matches()
                : PLAIN.contains(node.getClass());
        for (var child = node.getFirstChild(); child != null && isClean; child = child.getNext()) {
            isClean = isClean(child);
        }
        return isClean;
    }

    private static String text(Node node) {
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

            @Override
            public void visit(Paragraph node) {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                super.visit(node);
            }
        });
        return text.toString();
    }
}
