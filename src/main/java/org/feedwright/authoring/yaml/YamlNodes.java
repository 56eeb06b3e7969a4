package org.feedwright.authoring.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads single nodes of YAML. */
final class YamlNodes {
    private static final Pattern COMMENT = Pattern.compile("\\s*(#.*)");

    /** In a longer one, which may have any number of texts, comments are not looked for. */
    private static final int LONGEST_LINE = 4_000;

    private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

    private static final Set<String> SWITCHES = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private YamlNodes() {}

    /** The line in which it begins, from 0. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0);
    }

    /** Whether a value is left out, in any of the ways of YAML 1.2's core schema. */
    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL)
                || (node instanceof ScalarNode scalar
                        && scalar.getScalarStyle() == ScalarStyle.PLAIN
                        && NOTHING.contains(scalar.getValue()));
    }

    /** Whether a value is true or false, in any of the ways of YAML 1.2's core schema, and no text. */
    static boolean isSwitch(@Nullable Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && SWITCHES.contains(scalar.getValue());
    }

    /** A text. To YAML {@code - Copper: up} is a mapping, but whoever writes a list of texts means a text. */
    static @Nullable String text(Node item) {
        if (item instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && mapping.getValue().size() == 1
                && mapping.getValue().getFirst().getKeyNode() instanceof ScalarNode key
                && mapping.getValue().getFirst().getValueNode() instanceof ScalarNode value
                && line(key) == line(value)) {
            return text(key) + ": " + text(value);
        }
        return item instanceof ScalarNode scalar && !isNothing(scalar) ? text(scalar) : null;
    }

    /** A text, or what a mapping that describes it calls it: {@code {label: …, permalink: …}}, as Docusaurus has tags. */
    static @Nullable String label(Node item) {
        if (item instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("label")
                        && tuple.getValueNode() instanceof ScalarNode value) {
                    return text(value);
                }
            }
        }
        return text(item);
    }

    /** The text as feeds can carry it; U+0085 is a line feed, also where it is escaped. */
    static String text(ScalarNode node) {
        return XmlText.legal(node.getValue()).replace('\u0085', '\n');
    }

    /** The items of a list and of the lists within it; each list once, for one may hold itself. */
    static Stream<Node> flat(@Nullable Node node) {
        if (!(node instanceof SequenceNode)) {
            return Stream.ofNullable(node);
        }
        var items = new ArrayList<Node>();
        var lists = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var rest = new ArrayDeque<Node>();
        rest.push(node);
        while (!rest.isEmpty()) {
            var next = rest.pop();
            if (!(next instanceof SequenceNode sequence)) {
                items.add(next);
            } else if (lists.add(sequence)) {
                sequence.getValue().reversed().forEach(rest::push);
            }
        }
        return items.stream();
    }

    /** All the texts in it, whatever keys they stand under. */
    static Set<String> words(@Nullable Node node) {
        return flat(node)
                .flatMap(item -> item instanceof MappingNode mapping
                        ? mapping.getValue().stream().map(NodeTuple::getValueNode)
                        : Stream.of(item))
                .flatMap(item -> item instanceof ScalarNode scalar ? Stream.of(scalar.getValue()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /**
     * What YAML takes for a comment behind a text without quotes, and who wrote it perhaps for a part of the
     * text. Where there is no other text, {@code # } begins a comment that was meant as one.
     */
    static Optional<String> comment(Node node, List<String> lines) {
        var end = node.getEndMark();
        if (!(node instanceof ScalarNode scalar) || scalar.getScalarStyle() != ScalarStyle.PLAIN || end.isEmpty()) {
            return Optional.empty();
        }
        int line = end.get().getLine();
        String written = line < lines.size() ? lines.get(line) : "";
        if (written.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        int column =
                Math.min(written.codePointCount(0, written.length()), end.get().getColumn());
        var comment = COMMENT.matcher(written).region(written.offsetByCodePoints(0, column), written.length());
        return comment.matches() && !(isNothing(node) && comment.group(1).matches("#(\\s.*)?"))
                ? Optional.of(comment.group(1).strip())
                : Optional.empty();
    }
}
