package org.feedwright.authoring.yaml;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of YAML 1.2, or of another notation, whose values know their lines. Every scalar is taken as the text that was written:
 * {@code no} is a word and {@code 2026-01-26} a date because of the key it stands under.
 */
public final class Yaml {
    private final YamlKeys content;
    private final int ownLine;
    private final YamlSource source;
    private final boolean isReadable;

    /** A key as it was written, and where. */
    record Key(String written, int line) {}

    /**
     * Makes a mapping of what was read.
     *
     * @param ownLine the line in which the mapping begins
     * @param isReadable whether the text could be read at all; nothing is missing in one that could not
     */
    Yaml(YamlKeys content, int ownLine, YamlSource source, boolean isReadable) {
        this.content = content;
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
        return content.node(key) instanceof MappingNode node
                ? with(content.hoisted(YamlReader.keys(node, source), wanted))
                : this;
    }

    /**
     * The mapping with texts under a key, instead of what stood under several.
     *
     * @param words the keys, of which the first one that is stated tells the line
     */
    public Yaml joined(String key, List<String> words, List<String> texts) {
        return with(content.joined(key, words, texts));
    }

    /** The mapping with the single text of a key parted into a list. */
    public Yaml parted(String key, Pattern separator) {
        return content.node(key) instanceof ScalarNode text ? with(content.parted(key, text, separator)) : this;
    }

    /**
     * The mapping under our keys, where other programs have other words for them. Our key counts before theirs, and the
     * first of theirs before the others; a warning tells where they differ.
     *
     * @param others the other words for each of our keys
     */
    public Yaml named(Map<String, List<String>> others) {
        return with(content.named(others, this::warnOfDifference));
    }

    private void warnOfDifference(String counting, String other) {
        if (!YamlNodes.words(content.node(counting)).containsAll(YamlNodes.words(content.node(other)))) {
            warn(
                    other,
                    written(other) + " says something else than " + written(counting) + ", which counts",
                    "keep one of the two");
        }
    }

    /** The mapping without a key. */
    public Yaml without(String key) {
        return with(content.without(key));
    }

    private Yaml with(YamlKeys other) {
        return new Yaml(other, ownLine, source, isReadable);
    }

    /** The keys, in lower case, as they were written. */
    public Map<String, Key> keys() {
        return Collections.unmodifiableMap(content.keys());
    }

    /** The line of a key, or of the mapping's beginning if the key is not there. */
    public int line(String key) {
        var found = content.keys().get(key);
        return found == null ? ownLine : found.line();
    }

    /** A key as it was written, in quotes. */
    public String written(String key) {
        return "'" + writtenKey(key) + "'";
    }

    private String writtenKey(String key) {
        var found = content.keys().get(key);
        return found == null ? key : found.written();
    }

    /** Whether a key is there and nothing behind it. */
    public boolean isBlank(String key) {
        return content.isBlank(key);
    }

    public boolean has(String key) {
        return content.has(key);
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
        String otherwise = "use one of " + String.join(", ", known);
        content.keys().forEach((key, found) -> {
            if (!known.contains(key)) {
                source.problems()
                        .add(
                                found.line(),
                                "the key " + written(key) + " is not known",
                                DidYouMean.remedy(key, known, meanings, otherwise));
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
        var node = content.node(key);
        if (node == null || node instanceof ScalarNode) {
            return Optional.ofNullable(node).map(scalar -> YamlNodes.text((ScalarNode) scalar));
        }
        problem(
                key,
                written(key) + " is not a single text",
                "write '" + source.notation().line(writtenKey(key), "some text") + "'");
        return Optional.empty();
    }

    /** Whether there is a single text behind a key. */
    public boolean isText(String key) {
        return content.node(key) instanceof ScalarNode;
    }

    /** Whether true or false stands behind a key, and no text. */
    public boolean isSwitch(String key) {
        return YamlNodes.isSwitch(content.node(key));
    }

    /** The text of a key, without white space around it; empty if it is not there or is no text. */
    public String plain(String key) {
        return isText(key) ? text(key).orElse("").strip() : "";
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
        texts.forEach(key -> YamlNodes.flat(content.node(key)).forEach(source::warnOfComment));
    }

    /** The texts of a list, of which a single text is the shortest; lists within it are flattened. */
    public List<String> texts(String key) {
        return items(key, YamlNodes::text, "a text");
    }

    /** The texts of a list in which a text may have a description around it. */
    public List<String> labels(String key) {
        return items(key, YamlNodes::label, "a text");
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
                        yield new Yaml(new YamlKeys(Map.of(textKey, scalar), keys), line, source, true);
                    }
                    default -> null;
                },
                "a text or a mapping");
    }

    private <T> List<T> items(String key, Function<Node, @Nullable T> reader, String kind) {
        return YamlNodes.flat(content.node(key))
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
