package org.feedwright.authoring.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of YAML 1.2, or of another notation, whose values know their lines. Every scalar is taken as the text that was written:
 * {@code no} is a word and {@code 2026-01-26} a date because of the key it stands under.
 */
public final class Yaml {
    private final Map<String, Node> values;
    private final Map<String, Key> keys;
    private final int ownLine;
    private final YamlSource source;
    private final boolean isReadable;

    /** A key as it was written, and where. */
    record Key(String written, int line) {}

    /**
     * Makes a mapping of what was read.
     *
     * @param values those that are not left out, by key
     * @param ownLine the line in which the mapping begins
     * @param isReadable whether the text could be read at all; nothing is missing in one that could not
     */
    Yaml(Map<String, Node> values, Map<String, Key> keys, int ownLine, YamlSource source, boolean isReadable) {
        this.values = values;
        this.keys = keys;
        this.ownLine = ownLine;
        this.source = source;
        this.isReadable = isReadable;
    }

    /**
     * Reads a mapping. What is wrong with it is added to the problems, and the mapping is then empty.
     *
     * @param firstLine the line of the file in which the text begins, from 1
     */
    public static Yaml read(String text, int firstLine, Problems problems) {
        return YamlReader.read(text, firstLine, problems);
    }

    /**
     * The mapping that was read from another notation.
     *
     * @param root a node whose lines are counted from 0
     * @param firstLine the line of the file in which the text begins, from 1
     */
    public static Yaml of(MappingNode root, int firstLine, Notation notation, Problems problems) {
        return YamlReader.mapping(root, firstLine, new YamlSource(List.of(), firstLine, notation, problems));
    }

    /** The mapping of a text in another notation that could not be read. */
    public static Yaml unreadable(int firstLine, Notation notation, Problems problems) {
        return YamlReader.nothing(new YamlSource(List.of(), firstLine, notation, problems), false);
    }

    /** How it is written. */
    public Notation notation() {
        return source.notation();
    }

    /** Whether the text could be read at all. */
    public boolean isReadable() {
        return isReadable;
    }

    /** The mapping with what stands in a mapping under a key, as far as it is wanted and not stated outside of it. */
    public Yaml hoisted(String key, Predicate<String> wanted) {
        if (!(values.get(key) instanceof MappingNode node)) {
            return this;
        }
        var more = new LinkedHashMap<>(values);
        var names = new LinkedHashMap<>(keys);
        var inner = YamlReader.mapping(node, line(key), source);
        inner.keys.forEach((word, name) -> {
            if (wanted.test(word) && inner.has(word) && !keys.containsKey(word)) {
                names.put(word, name);
                more.put(word, Objects.requireNonNull(inner.values.get(word)));
            }
        });
        return new Yaml(more, names, ownLine, source, isReadable);
    }

    /**
     * The mapping with texts under a key, instead of what stood under several.
     *
     * @param words the keys, of which the first one that is stated tells the line
     */
    public Yaml joined(String key, List<String> words, List<String> texts) {
        var nodes = texts.stream()
                .map(text -> (Node) new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED))
                .toList();
        var more = new LinkedHashMap<>(values);
        var names = new LinkedHashMap<>(keys);
        words.forEach(more::remove);
        words.forEach(names::remove);
        more.put(key, new SequenceNode(Tag.SEQ, nodes, FlowStyle.FLOW));
        words.stream()
                .filter(this::has)
                .findFirst()
                .ifPresent(first -> names.put(key, Objects.requireNonNull(keys.get(first))));
        return new Yaml(more, names, ownLine, source, isReadable);
    }

    /** The mapping with the single text of a key parted into a list. */
    public Yaml parted(String key, Pattern separator) {
        if (!(values.get(key) instanceof ScalarNode text)) {
            return this;
        }
        var parts = separator
                .splitAsStream(YamlNodes.text(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> (Node) new ScalarNode(
                        Tag.STR, true, part, ScalarStyle.DOUBLE_QUOTED, text.getStartMark(), text.getEndMark()))
                .toList();
        var parted = new LinkedHashMap<>(values);
        parted.put(key, new SequenceNode(Tag.SEQ, true, parts, FlowStyle.FLOW, text.getStartMark(), text.getEndMark()));
        return new Yaml(parted, keys, ownLine, source, isReadable);
    }

    /**
     * The mapping under our keys, where other programs have other words for them. Our key counts before theirs, and the
     * first of theirs before the others; a warning tells where they differ.
     *
     * @param others the other words for each of our keys
     */
    public Yaml named(Map<String, List<String>> others) {
        var named = new LinkedHashMap<>(values);
        var names = new LinkedHashMap<>(keys);
        others.forEach((own, words) -> {
            var stated = Stream.concat(Stream.of(own), words.stream())
                    .filter(key -> !isBlank(key) && has(key))
                    .toList();
            stated.stream().skip(1).forEach(other -> warnOfDifference(stated.getFirst(), other));
            stated.stream().findFirst().ifPresent(first -> {
                named.put(own, Objects.requireNonNull(values.get(first)));
                names.put(own, Objects.requireNonNull(keys.get(first)));
            });
            words.forEach(named::remove);
            words.forEach(names::remove);
        });
        return new Yaml(named, names, ownLine, source, isReadable);
    }

    private void warnOfDifference(String counting, String other) {
        if (!YamlNodes.words(values.get(counting)).containsAll(YamlNodes.words(values.get(other)))) {
            warn(
                    other,
                    written(other) + " says something else than " + written(counting) + ", which counts",
                    "keep one of the two");
        }
    }

    /** The mapping without a key. */
    public Yaml without(String key) {
        var fewer = new LinkedHashMap<>(values);
        var names = new LinkedHashMap<>(keys);
        fewer.remove(key);
        names.remove(key);
        return new Yaml(fewer, names, ownLine, source, isReadable);
    }

    /** The keys, in lower case, as they were written. */
    public Map<String, Key> keys() {
        return Collections.unmodifiableMap(keys);
    }

    /** The line of a key, or of the mapping's beginning if the key is not there. */
    public int line(String key) {
        var found = keys.get(key);
        return found == null ? ownLine : found.line();
    }

    /** A key as it was written, in quotes. */
    public String written(String key) {
        var found = keys.get(key);
        return "'" + (found == null ? key : found.written()) + "'";
    }

    /** Whether a key is there and nothing behind it. */
    public boolean isBlank(String key) {
        return keys.containsKey(key)
                && switch (values.get(key)) {
                    case null -> true;
                    case ScalarNode scalar -> YamlNodes.text(scalar).isBlank();
                    case CollectionNode<?> collection -> collection.getValue().isEmpty();
                    default -> false;
                };
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Adds the problem that a key is missing or blank, unless nothing could be read at all. */
    public void require(String key, String wrong, String remedy) {
        if (isReadable && (!has(key) || isBlank(key))) {
            problem(key, wrong, remedy);
        }
    }

    public void refuseUnknown(Set<String> known) {
        refuseUnknown(known, Map.of());
    }

    /**
     * Adds a problem for each key that is not one of these.
     *
     * @param meanings the keys that other words stand for
     */
    public void refuseUnknown(Set<String> known, Map<String, String> meanings) {
        keys.forEach((key, found) -> {
            if (!known.contains(key)) {
                source.problems()
                        .add(
                                found.line(),
                                "the key " + written(key) + " is not known",
                                () -> DidYouMean.of(key, known, meanings)
                                        .map(meant -> "did you mean '" + meant + "'?")
                                        .orElse("use one of " + String.join(", ", known)));
            }
        });
    }

    public void problem(String key, String wrong, String remedy) {
        source.problems().add(line(key), wrong, remedy);
    }

    public void warn(String key, String what, String remedy) {
        source.problems().warn(line(key), what, remedy);
    }

    public void warn(String key, String what, Supplier<String> remedy) {
        source.problems().warn(line(key), what, remedy);
    }

    /** The text of a key, which may be empty; nothing if the key is not there or is no text. */
    public Optional<String> text(String key) {
        var node = values.get(key);
        if (node == null || node instanceof ScalarNode) {
            return Optional.ofNullable(node).map(scalar -> YamlNodes.text((ScalarNode) scalar));
        }
        problem(
                key,
                written(key) + " is not a single text",
                "write '" + source.notation().line(key, "some text") + "'");
        return Optional.empty();
    }

    /** Whether there is a single text behind a key. */
    public boolean isText(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** The text of a key read as something else; what the reader refuses is a problem with this remedy. */
    public <T> Optional<T> value(String key, Function<String, T> reader, String remedy) {
        var text = text(key).map(String::strip).filter(written -> !written.isEmpty());
        try {
            return text.map(reader);
        } catch (Refused e) {
            problem(key, stated(key, text.orElse("")) + e.getMessage(), e.remedy());
        } catch (RuntimeException _) {
            problem(key, stated(key, text.orElse("")) + "which cannot be understood", remedy);
        }
        return Optional.empty();
    }

    private String stated(String key, String text) {
        return written(key) + " is '" + YamlSource.shortened(text) + "', ";
    }

    /** Warns of comments behind texts: to YAML, {@code title: Fix for #42} ends before the sign. */
    public void warnOfComments(Set<String> texts) {
        texts.forEach(key -> YamlNodes.flat(values.get(key)).forEach(source::warnOfComment));
    }

    /** The texts of a list, of which a single text is the shortest; lists within it are flattened. */
    public List<String> texts(String key) {
        return items(key, YamlNodes::text, "a text");
    }

    /** The mappings of a list, where a single text stands for a mapping with only this key. */
    public List<Yaml> mappings(String key, String textKey) {
        return items(
                key,
                node -> switch (node) {
                    case MappingNode mapping -> YamlReader.mapping(mapping, source.line(mapping), source);
                    case ScalarNode scalar -> {
                        int line = source.line(scalar);
                        var keys = Map.of(textKey, new Key(textKey, line));
                        yield new Yaml(Map.of(textKey, scalar), keys, line, source, true);
                    }
                    default -> null;
                },
                "a text or a mapping");
    }

    private <T> List<T> items(String key, Function<Node, @Nullable T> reader, String kind) {
        return YamlNodes.flat(values.get(key))
                .filter(item -> !YamlNodes.isNothing(item)) // an empty item, as a template leaves it
                .<T>mapMulti((item, sink) -> {
                    T value = reader.apply(item);
                    if (value != null) {
                        sink.accept(value);
                    } else {
                        source.problems()
                                .add(
                                        source.line(item),
                                        "an item of " + written(key) + " is not " + kind,
                                        "put it in double quotes if it holds ': ' or begins with a sign");
                    }
                })
                .toList();
    }
}
