package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jsoup.nodes.Entities;

/**
 * Explains abbreviations where they stand: lines such as {@code *[HTML]: HyperText Markup Language} say what they mean
 * (Kramdown, Python-Markdown, PHP Markdown Extra), and are no part of the text.
 */
final class Abbreviations extends AbstractVisitor {
    private static final Pattern DEFINITION = Pattern.compile("\\*\\[([^\\[\\]]{1,50})]:[ \\t]*+(.{1,200})");
    private static final int MOST = 100; // that are defined in a text
    private static final int MOST_PLACES = 2_000; // that are explained

    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final List<Node> definitions = new ArrayList<>();

    private Abbreviations() {}

    static void explain(Node document) {
        var found = new Abbreviations();
        document.accept(found);
        found.definitions.forEach(Abbreviations::takeOut);
        if (!found.meanings.isEmpty()) {
            var places = new Places(found.meanings);
            document.accept(places);
            places.texts.forEach(places::explain);
        }
    }

    /** Definitions begin a paragraph of their own. */
    @Override
    public void visit(Paragraph paragraph) {
        for (var line = paragraph.getFirstChild(); line instanceof Text text && isAlone(text); ) {
            var definition = DEFINITION.matcher(text.getLiteral());
            if (!definition.matches() || meanings.size() >= MOST) {
                return;
            }
            meanings.putIfAbsent(
                    definition.group(1).strip(), definition.group(2).strip());
            definitions.add(text);
            line = text.getNext() == null ? null : text.getNext().getNext();
        }
    }

    /** Whether nothing else stands on the line. */
    private static boolean isAlone(Text text) {
        return text.getNext() == null || text.getNext() instanceof SoftLineBreak;
    }

    private static void takeOut(Node definition) {
        var paragraph = definition.getParent();
        if (definition.getNext() != null) {
            definition.getNext().unlink();
        }
        definition.unlink();
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }

    /** Finds where abbreviations stand. */
    private static final class Places extends AbstractVisitor {
        private final Map<String, String> meanings;
        private final Pattern words;
        private final List<Text> texts = new ArrayList<>();
        private int count;

        Places(Map<String, String> meanings) {
            this.meanings = meanings;
            this.words = Pattern.compile(meanings.keySet().stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
        }

        @Override
        public void visit(Text text) {
            if (words.matcher(text.getLiteral()).find()) {
                texts.add(text);
            }
        }

        void explain(Text text) {
            String literal = text.getLiteral();
            var word = words.matcher(literal);
            int written = 0;
            while (count < MOST_PLACES && word.find()) {
                count++;
                text.insertBefore(new Text(literal.substring(written, word.start())));
                text.insertBefore(
                        html("<abbr title=\"" + Entities.escape(meanings.getOrDefault(word.group(), "")) + "\">"));
                text.insertBefore(new Text(word.group()));
                text.insertBefore(html("</abbr>"));
                written = word.end();
            }
            text.setLiteral(literal.substring(written));
        }

        private static HtmlInline html(String literal) {
            var html = new HtmlInline();
            html.setLiteral(literal);
            return html;
        }
    }
}
