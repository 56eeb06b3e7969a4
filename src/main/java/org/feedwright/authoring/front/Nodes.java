package org.feedwright.authoring.front;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes the nodes of which mappings are read, each with its line, counted from 0. */
final class Nodes {
    private Nodes() {}

    static Node text(String text, int line) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.DOUBLE_QUOTED, mark(line), mark(line));
    }

    /** What is true or false, and no text. */
    static Node flag(String value, int line) {
        return new ScalarNode(Tag.BOOL, true, value, ScalarStyle.PLAIN, mark(line), mark(line));
    }

    /** A value that is left out. */
    static Node nothing(int line) {
        return new ScalarNode(Tag.NULL, true, "", ScalarStyle.PLAIN, mark(line), mark(line));
    }

    static Node list(List<Node> items, int line) {
        return new SequenceNode(Tag.SEQ, true, items, FlowStyle.FLOW, mark(line), mark(line));
    }

    static MappingNode mapping(List<NodeTuple> entries, int line) {
        return new MappingNode(Tag.MAP, true, entries, FlowStyle.FLOW, mark(line), mark(line));
    }

    static NodeTuple entry(String key, int line, Node value) {
        return new NodeTuple(text(key, line), value);
    }

    private static Optional<Mark> mark(int line) {
        return Optional.of(new Mark("", 0, line, 0, new int[0], 0));
    }
}
