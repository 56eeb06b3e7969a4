package org.feedwright.authoring.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of a mapping and the nodes behind them. A change makes another one.
 *
 * @param values the nodes of the keys behind which something stands
 * @param keys all keys, in lower case, as they were written
 */
record YamlKeys(Map<String, Node> values, Map<String, Yaml.Key> keys) {
    static final YamlKeys NONE = new YamlKeys(Map.of(), Map.of());

    @Nullable
    Node node(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether a key is there and nothing behind it. */
    boolean isBlank(String key) {
        return keys.containsKey(key)
                && switch (values.get(key)) {
                    case null -> true;
                    case ScalarNode scalar -> YamlNodes.text(scalar).isBlank();
                    case CollectionNode<?> collection -> collection.getValue().isEmpty();
                    default -> false;
                };
    }

    private YamlKeys copy() {
        return new YamlKeys(new LinkedHashMap<>(values), new LinkedHashMap<>(keys));
    }

    private void move(String from, String to, YamlKeys other) {
        other.values.put(to, Objects.requireNonNull(values.get(from)));
        other.keys.put(to, Objects.requireNonNull(keys.get(from)));
    }

    private void remove(String key) {
        values.remove(key);
        keys.remove(key);
    }

    /** With those of an inner mapping that are wanted and not stated here. */
    YamlKeys hoisted(YamlKeys inner, Predicate<String> wanted) {
        var more = copy();
        inner.keys.keySet().stream()
                .filter(key -> wanted.test(key) && inner.has(key) && !keys.containsKey(key))
                .forEach(key -> inner.move(key, key, more));
        return more;
    }

    /** With texts under a key, instead of what stood under several, of which the first that is stated tells the line. */
    YamlKeys joined(String key, List<String> words, List<String> texts) {
        var joined = copy();
        words.forEach(joined::remove);
        var nodes = texts.stream()
                .map(text -> (Node) new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED))
                .toList();
        joined.values.put(key, new SequenceNode(Tag.SEQ, nodes, FlowStyle.FLOW));
        words.stream()
                .filter(this::has)
                .findFirst()
                .ifPresent(first -> joined.keys.put(key, Objects.requireNonNull(keys.get(first))));
        return joined;
    }

    /** With the text of a key parted into a list. */
    YamlKeys parted(String key, ScalarNode text, Pattern separator) {
        var parts = separator
                .splitAsStream(YamlNodes.text(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> (Node) new ScalarNode(
                        Tag.STR, true, part, ScalarStyle.DOUBLE_QUOTED, text.getStartMark(), text.getEndMark()))
                .toList();
        var parted = new LinkedHashMap<>(values);
        parted.put(key, new SequenceNode(Tag.SEQ, true, parts, FlowStyle.FLOW, text.getStartMark(), text.getEndMark()));
        return new YamlKeys(parted, keys);
    }

    /**
     * With our keys in place of others' words for them.
     *
     * @param others the other words for each of our keys
     * @param twice takes the word that counts and another one that is stated too
     */
    YamlKeys named(Map<String, List<String>> others, BiConsumer<String, String> twice) {
        var named = copy();
        others.forEach((own, words) -> {
            String first = isStated(own) ? own : null;
            for (String other : words) {
                if (first == null && isStated(other)) {
                    first = other;
                } else if (first != null && isStated(other)) {
                    twice.accept(first, other);
                }
            }
            if (first != null) {
                move(first, own, named);
            }
            words.forEach(named::remove);
        });
        return named;
    }

    private boolean isStated(String key) {
        return has(key) && !isBlank(key);
    }

    YamlKeys without(String key) {
        var fewer = copy();
        fewer.remove(key);
        return fewer;
    }
}
