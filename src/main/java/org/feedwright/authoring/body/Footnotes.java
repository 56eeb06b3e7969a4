package org.feedwright.authoring.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.feedwright.authoring.problem.Note;

/** Finds the footnotes that each part of a Markdown text needs, and takes care that the text of none is lost. */
final class Footnotes {
    /** Deeper than footnotes within footnotes go. */
    private static final int DEEPEST = 20;

    /** As many notes as anybody reads; finding the line of each takes time. */
    private static final int MOST_NOTES = 50;

    /**
     * A reference. It begins at a bracket and ends before the next one, so that each character of a text is read once.
     */
    private static final Pattern REFERENCE = Pattern.compile("\\[\\^[^\\[\\]\\s]++\\]");

    private final DefinitionMap<FootnoteDefinition> definitions = new DefinitionMap<>(FootnoteDefinition.class);
    private final List<FootnoteDefinition> all = new ArrayList<>();

    Footnotes(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof FootnoteDefinition definition) {
                    all.add(definition);
                    definitions.putIfAbsent(definition.getLabel(), definition);
                }
                super.visit(block);
            }
        });
    }

    /** The footnotes that are defined within a node. */
    List<FootnoteDefinition> within(Node node) {
        return new Footnotes(node).all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The footnotes that are referred to below the nodes, also by way of other footnotes, in the order of the
     * references.
     */
    Set<FootnoteDefinition> below(Collection<? extends Node> nodes) {
        var found = new LinkedHashSet<FootnoteDefinition>();
        addBelow(nodes, found);
        return found;
    }

    private void addBelow(Collection<? extends Node> nodes, Set<FootnoteDefinition> found) {
        var left = new ArrayDeque<Node>(nodes);
        while (!left.isEmpty()) {
            for (var reference : references(left.poll())) {
                var definition = definitions.get(reference.getLabel());
                if (definition != null && found.add(definition)) {
                    left.add(definition);
                }
            }
        }
    }

    /** The references below a node, without those in definitions of footnotes within it. */
    private static List<FootnoteReference> references(Node node) {
        var references = new ArrayList<FootnoteReference>();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode each) {
                if (each instanceof FootnoteReference reference) {
                    references.add(reference);
                }
                super.visit(each);
            }

            @Override
            @SuppressWarnings("ReferenceEquality") // this node and not one that is equal
            public void visit(CustomBlock block) {
                if (block == node || !(block instanceof FootnoteDefinition)) {
                    super.visit(block);
                }
            }
        });
        return references;
    }

    /**
     * Leaves a footnote that is never referred to, or whose label was defined before, where it stands, as it was
     * written.
     */
    @SuppressWarnings("ReferenceEquality") // this definition and not one that is equal
    void showUnused(Set<FootnoteDefinition> used, Consumer<Note> notes) {
        int noted = 0;
        for (var definition : all) {
            if (!used.contains(definition)) {
                String sign = "[^" + definition.getLabel() + "]";
                boolean isSecond = definitions.get(definition.getLabel()) != definition;
                Consumer<Note> few = noted++ < MOST_NOTES ? notes : _ -> {};
                few.accept(new Note(
                        "the footnote " + sign + (isSecond ? " is defined twice" : " is never referred to"),
                        isSecond ? "give it another label" : "write " + sign + " where it belongs, or remove it",
                        sign + ":"));
                addBelow(List.of(definition), used);
                show(definition, sign);
            }
        }
    }

    private static void show(FootnoteDefinition definition, String sign) {
        var label = new Text(sign + ": ");
        if (definition.getFirstChild() instanceof Paragraph paragraph) {
            paragraph.prependChild(label);
        } else {
            var paragraph = new Paragraph();
            paragraph.appendChild(label);
            definition.prependChild(paragraph);
        }
        for (var child = definition.getFirstChild(); child != null; child = definition.getFirstChild()) {
            definition.insertBefore(child);
        }
        definition.unlink();
    }

    /**
     * Puts footnotes into a line, in brackets behind their references, because a line has no foot.
     *
     * @param line a line with references as they were written
     * @param said gives the text of a footnote on a line
     */
    String inlined(String line, Function<FootnoteDefinition, String> said) {
        return isEmpty() ? line : inlined(line, said, new HashSet<>(), DEEPEST);
    }

    private String inlined(
            String line, Function<FootnoteDefinition, String> said, Set<FootnoteDefinition> done, int depth) {
        return REFERENCE.matcher(line).replaceAll(reference -> {
            String label = reference.group().substring(2, reference.group().length() - 1);
            var definition = definitions.get(label);
            if (definition == null || depth == 0) {
                return Matcher.quoteReplacement(reference.group());
            }
            return done.add(definition)
                    ? Matcher.quoteReplacement(" (" + inlined(said.apply(definition), said, done, depth - 1) + ")")
                    : "";
        });
    }

    /** Notes references to footnotes that are not defined; they are shown as they were written. */
    static void noteUndefined(Node document, String source, Consumer<Note> notes) {
        if (!source.contains("[^")) {
            return;
        }
        var signs = new LinkedHashSet<String>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                written(text.getLiteral()).map(MatchResult::group).forEach(signs::add);
            }
        });
        signs.retainAll(unescaped(source));
        signs.stream()
                .limit(MOST_NOTES)
                .forEach(sign -> notes.accept(new Note(
                        "the footnote " + sign + " is not defined",
                        "add a line '" + sign + ": …', or write \\" + sign + " if it is none",
                        sign)));
    }

    /** The references in a text, as they are written. */
    static Stream<MatchResult> written(CharSequence text) {
        return REFERENCE.matcher(text).results();
    }

    /** The references in a source that are not escaped, found in one pass however many there are. */
    private static Set<String> unescaped(String source) {
        return written(source)
                .filter(found -> found.start() == 0 || source.charAt(found.start() - 1) != '\\')
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
