package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.template.Range;
import org.feedwright.authoring.template.Translation;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;

/**
 * Turns Markdown into clean HTML: CommonMark with tables, strikethrough, autolinks and footnotes. Where CommonMark
 * would falsify what authors mean, their meaning is kept: see {@link Multiplication}, {@link CjkEmphasis}, {@link
 * ControlReferences} and {@link AddressEnds}.
 */
public final class Markdown {
    /** Two tildes strike text out. A single one is the sign of ranges in Chinese and Japanese: "3~5 %". */
    private static final Extension STRIKETHROUGH =
            StrikethroughExtension.builder().requireTwoTildes(true).build();

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            STRIKETHROUGH,
            AutolinkExtension.create(),
            FootnotesExtension.create(),
            TaskListItemsExtension.create());
    /** Deeper than people nest. Deeper markup stays text, because a page of brackets would exhaust the stack. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = parser(IncludeSourceSpans.BLOCKS);
    private static final Parser EXACT_PARSER = parser(IncludeSourceSpans.BLOCKS_AND_INLINES);
    private static final MarkdownHtml HTML = new MarkdownHtml(EXTENSIONS);

    private Markdown() {}

    private static Parser parser(IncludeSourceSpans spans) {
        return Parser.builder()
                .postProcessor(new AddressEnds())
                .customBlockParserFactory(new AttributeLine.Factory())
                .customBlockParserFactory(new CalloutParser.Factory())
                .customBlockParserFactory(new MarkdownInHtml())
                .extensions(EXTENSIONS)
                .customInlineContentParserFactory(new Multiplication.Factory())
                .customInlineContentParserFactory(new ControlReferences())
                .customInlineContentParserFactory(new JsxTag.Factory())
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .includeSourceSpans(spans)
                .build();
    }

    /**
     * Turns a text that stands by itself, such as a correction, into HTML.
     *
     * @param part the prefix of its ids, such as {@link PartIds#DISCLAIMER}
     */
    public static Prose prose(String source, String part) {
        var document = parsed(source);
        var footnotes = new Footnotes(document);
        footnotes.showUnused(footnotes.below(List.of(document)), _ -> {});
        return new Prose(source.strip(), html(document, source, part, _ -> {}));
    }

    /**
     * Turns the body of an article into HTML. Sections that are not wanted stay where they are.
     *
     * @param title the article's title, which a leading heading does not repeat
     * @param takeHighlights whether a leading section "Highlights" is taken out
     * @param takeDisclaimer whether a last section or paragraph "Disclaimer" is taken out
     */
    public static Body body(String source, String title, boolean takeHighlights, boolean takeDisclaimer) {
        return body(Translation.none(source), title, takeHighlights, takeDisclaimer);
    }

    /** Turns the body of an article, whose template tags were translated, into HTML. */
    public static Body body(Translation translation, String title, boolean takeHighlights, boolean takeDisclaimer) {
        String source = translation.text();
        var notes = new ArrayList<Note>();
        var document = parsed(source, notes::add);
        ModuleLines.takeOut(document, source, notes::add);
        return new MarkdownBody(document, translation, notes).read(title, takeHighlights, takeDisclaimer);
    }

    /** Turns a text of one paragraph, such as a caption, into HTML without that paragraph. */
    public static String inline(String source) {
        String html = html(parsed(source), source, PartIds.BODY, _ -> {});
        boolean isParagraph = html.startsWith("<p>") && html.indexOf("</p>") == html.length() - 4;
        return isParagraph ? html.substring(3, html.length() - 4) : html;
    }

    /** Finds the code in a text: blocks with fences and indented ones, and code in lines. */
    public static List<Range> code(String source) {
        MarkupBound.check(source);
        var code = new ArrayList<Range>();
        EXACT_PARSER.parse(source).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                add(block);
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                add(block);
            }

            @Override
            public void visit(Code inline) {
                add(inline);
            }

            private void add(Node node) {
                node.getSourceSpans()
                        .forEach(span ->
                                code.add(new Range(span.getInputIndex(), span.getInputIndex() + span.getLength())));
            }
        });
        code.sort(Comparator.comparingInt(Range::start));
        return code;
    }

    /** Turns a text with markup into plain text on one line. */
    static String line(String source) {
        return HtmlLine.of(HTML.uncleaned(parsed(source), source.length()));
    }

    /**
     * The items of a text that is a list in Markdown; else the text as one item, in which every sign stands for itself.
     */
    static List<Highlight> highlights(String source) {
        var document = parsed(source);
        return document.getFirstChild() instanceof ListBlock list && list.getNext() == null
                ? items(list, source, new Footnotes(document), _ -> {})
                : Stream.of(source)
                        .filter(text -> !XmlText.line(text).isEmpty())
                        .map(Highlight::new)
                        .toList();
    }

    /** The items of a list as plain text. */
    static List<Highlight> items(ListBlock list, String source, Footnotes footnotes, Consumer<Note> notes) {
        var highlights = new ArrayList<Highlight>();
        boolean isNoted = false;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            String line = footnotes.inlined(said(item, source), footnote -> said(footnote, source));
            if (!XmlText.line(line).isEmpty()) {
                highlights.add(new Highlight(line));
            } else if (item.getFirstChild() != null && !isNoted) {
                isNoted = true;
                notes.accept(
                        new Note("a highlight has no text", "write what it shows as a text", firstLine(item, source)));
            }
        }
        return highlights;
    }

    private static String firstLine(Node node, String source) {
        var spans = node.getSourceSpans();
        return spans.isEmpty()
                ? ""
                : source.lines()
                        .skip(spans.getFirst().getLineIndex())
                        .findFirst()
                        .orElse("");
    }

    /** A node as plain text on one line. */
    static String said(Node node, String source) {
        var html = new StringBuilder();
        if (node instanceof FootnoteDefinition) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                html.append(HTML.uncleaned(child, source.length()));
            }
        } else {
            html.append(HTML.uncleaned(node, source.length()));
        }
        return HtmlLine.of(html.toString());
    }

    static String html(Node node, String source, String part, Consumer<Note> notes) {
        return HTML.of(node, source.length(), part, notes);
    }

    static String uncleaned(Node node, String source) {
        return HTML.uncleaned(node, source.length());
    }

    private static Node parsed(String source) {
        return parsed(source, _ -> {});
    }

    private static Node parsed(String source, Consumer<Note> notes) {
        MarkupBound.check(source);
        return Idioms.apply(CjkEmphasis.parse(PARSER, source), notes);
    }
}
