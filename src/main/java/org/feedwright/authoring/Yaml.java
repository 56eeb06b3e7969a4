package org.feedwright.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.feedwright.article.XmlText;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML 1.2 mapping whose values know their lines. Every scalar is taken as the text that was written:
 * {@code no} is a word and {@code 2026-01-26} a date because of the key it stands under.
 */
final class Yaml {
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();
    private static final Pattern CONTROLS = Pattern.compile("[\\x7F-\\x84\\x86-\\x9F\\uFEFF]");

    private final Map<String, Node> values;
    private final Map<String, Integer> lines;
    private final int firstLine;
    private final Problems problems;
    private boolean isReadable = true;

    private Yaml(Map<String, Node> values, Map<String, Integer> lines, int firstLine, Problems problems) {
        this.values = values;
        this.lines = lines;
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /**
     * Reads a mapping. What is wrong with it is added to the problems, and the mapping is then empty.
     *
     * @param firstLine the line of the file in which the text begins, from 1
     */
    static Yaml read(String text, int firstLine, Problems problems) {
        String printable = printable(text);
        try {
            var root = new Compose(SETTINGS).composeString(printable);
            if (root.isEmpty() || isNothing(root.get())) {
                return new Yaml(Map.of(), Map.of(), firstLine, problems);
            }
            if (root.get() instanceof MappingNode mapping) {
                return of(mapping, firstLine, problems);
            }
            problems.add(
                    firstLine, "this is not a list of 'key: value' lines", "write, for example, 'title: My title'");
        } catch (YamlEngineException e) {
            var fault = YamlFault.of(e, printable);
            problems.add(firstLine + fault.line(), fault.wrong(), fault.remedy());
        } catch (StackOverflowError _) {
            problems.add(firstLine, "its brackets or lists stand inside each other too deeply", "write it flat");
        }
        var nothing = new Yaml(Map.of(), Map.of(), firstLine, problems);
        nothing.isReadable = false;
        return nothing;
    }

    private static Yaml of(MappingNode mapping, int firstLine, Problems problems) {
        var values = new LinkedHashMap<String, Node>();
        var lines = new LinkedHashMap<String, Integer>();
        for (var tuple : mapping.getValue()) {
            int line = firstLine + line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(line, "a key is not a word", "write 'key: value'");
            } else if (lines.putIfAbsent(key.getValue(), line) != null) {
                problems.add(line, "'" + key.getValue() + "' is given twice", "keep one of the two");
            } else if (!isNothing(tuple.getValueNode())) {
                values.put(key.getValue(), tuple.getValueNode());
            }
        }
        return new Yaml(values, lines, firstLine, problems);
    }

    /** The line of a key, or of the mapping's beginning if the key is not there. */
    int line(String key) {
        return lines.getOrDefault(key, firstLine);
    }

    /** Whether a key is there and nothing behind it. */
    boolean isBlank(String key) {
        return lines.containsKey(key)
                && switch (values.get(key)) {
                    case null -> true;
                    case ScalarNode scalar -> scalar.getValue().isBlank();
                    case CollectionNode<?> collection -> collection.getValue().isEmpty();
                    default -> false;
                };
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Adds the problem that a key is missing or blank, unless nothing could be read at all. */
    void require(String key, String wrong, String remedy) {
        if (isReadable && (!has(key) || isBlank(key))) {
            problem(key, wrong, remedy);
        }
    }

    void refuseUnknown(Set<String> known) {
        lines.forEach((key, line) -> {
            if (!known.contains(key)) {
                problems.add(line, "the key '" + key + "' is not known", "use one of " + String.join(", ", known));
            }
        });
    }

    void problem(String key, String wrong, String remedy) {
        problems.add(line(key), wrong, remedy);
    }

    /** The text of a key, which may be empty; nothing if the key is not there or is no text. */
    Optional<String> text(String key) {
        var node = values.get(key);
        if (node == null || node instanceof ScalarNode) {
            return Optional.ofNullable(node).map(scalar -> XmlText.legal(((ScalarNode) scalar).getValue()));
        }
        problem(key, "'" + key + "' is not a single text", "write '" + key + ": some text'");
        return Optional.empty();
    }

    /** The text of a key read as something else; what the reader refuses is a problem with this remedy. */
    <T> Optional<T> value(String key, Function<String, T> reader, String remedy) {
        var text = text(key).map(String::strip).filter(written -> !written.isEmpty());
        try {
            return text.map(reader);
        } catch (RuntimeException _) {
            String written = shortened(text.orElse(""));
            problem(key, "'" + key + "' is '" + written + "', which cannot be understood", remedy);
            return Optional.empty();
        }
    }

    /** The texts of a list, of which a single text is the shortest. */
    List<String> texts(String key) {
        return items(key, Yaml::text, "a text");
    }

    /** A text. To YAML {@code - Copper: up} is a mapping, but whoever writes a list of texts means a text. */
    private static @Nullable String text(Node item) {
        if (item instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && mapping.getValue().size() == 1
                && mapping.getValue().getFirst().getKeyNode() instanceof ScalarNode key
                && mapping.getValue().getFirst().getValueNode() instanceof ScalarNode value
                && line(key) == line(value)) {
            return XmlText.legal(key.getValue() + ": " + value.getValue());
        }
        return item instanceof ScalarNode scalar && !isNothing(scalar) ? XmlText.legal(scalar.getValue()) : null;
    }

    /** The mappings of a list, where a single text stands for a mapping with only this key. */
    List<Yaml> mappings(String key, String textKey) {
        return items(
                key,
                node -> switch (node) {
                    case MappingNode mapping -> of(mapping, firstLine, problems);
                    case ScalarNode scalar
                    when !isNothing(scalar) -> {
                        int line = firstLine + line(scalar);
                        yield new Yaml(Map.of(textKey, scalar), Map.of(textKey, line), line, problems);
                    }
                    default -> null;
                },
                "a text or a mapping");
    }

    private <T> List<T> items(String key, Function<Node, @Nullable T> reader, String kind) {
        var node = values.get(key);
        if (node == null) {
            return List.of();
        }
        var nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        return nodes.stream()
                .<T>mapMulti((item, sink) -> {
                    T value = reader.apply(item);
                    if (value != null) {
                        sink.accept(value);
                    } else {
                        problems.add(
                                firstLine + line(item),
                                "an item of '" + key + "' is not " + kind,
                                "put it in double quotes if it holds ': ' or begins with a sign");
                    }
                })
                .toList();
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine()).orElse(0);
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** YAML refuses control characters outright; they would be dropped anyway. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F && c <= 0x9F || c == '\uFEFF') {
                return CONTROLS.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
