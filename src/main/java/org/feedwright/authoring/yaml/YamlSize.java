package org.feedwright.authoring.yaml;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * How much text a YAML document is once each alias ({@code *name}) is replaced by what it stands for. A few lines of
 * aliases of aliases stand for more than any memory holds.
 */
final class YamlSize {
    /** Beyond the document's own length: a few texts that are said again are none of our business. */
    private static final long MOST_ADDED = 100_000;

    private static final long UNDER_WAY = -1;
    private static final long MOST = 1L << 40;

    private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();
    private @Nullable Node recursive;

    private YamlSize() {}

    /**
     * Where aliases make more of a document than it is, or where it holds itself; nothing if it is harmless.
     *
     * @param length of the document as it is written
     */
    static Optional<Node> excess(Node root, int length) {
        var measured = new YamlSize();
        long size = measured.size(root);
        return Optional.ofNullable(measured.recursive)
                .or(() -> size > length + MOST_ADDED ? Optional.of(measured.largest(root)) : Optional.empty());
    }

    private long size(Node node) {
        var known = sizes.get(node);
        if (known == null) {
            sizes.put(node, UNDER_WAY);
            known = 1 + ownSize(node);
            sizes.put(node, known);
        } else if (known == UNDER_WAY) {
            recursive = node;
        }
        return Math.max(0, known);
    }

    private long ownSize(Node node) {
        long size = node instanceof ScalarNode scalar ? scalar.getValue().length() : 0;
        for (var child : children(node)) {
            size = Math.min(MOST, size + size(child));
        }
        return size;
    }

    /** Of the values at the top, the one that would become the longest. */
    private Node largest(Node root) {
        return children(root).stream()
                .<Node>map(child -> child)
                .max(Comparator.comparingLong(this::size))
                .orElse(root);
    }

    private static List<? extends Node> children(Node node) {
        return switch (node) {
            case SequenceNode sequence -> sequence.getValue();
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                        .toList();
            default -> List.of();
        };
    }
}
