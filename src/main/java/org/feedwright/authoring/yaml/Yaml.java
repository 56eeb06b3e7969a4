package org.feedwright.authoring.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A YAML 1.2 mapping whose values know their lines. Every scalar is taken as the text that was written:
 * {@code no} is a word and {@code 2026-01-26} a date because of the key it stands under.
 */
public final class Yaml {
    private static final int LEAST_BUFFER = 1_024;
    private static final Pattern CONTROLS = Pattern.compile("[\\x7F-\\x84\\x86-\\x9F\\uFEFF]");

    private final Map<String, Node> values;
    private final Map<String, Key> keys;
    private final int ownLine;
    private final YamlSource source;
    private boolean isReadable = true;

    /** A key as it was written, and where. */
    record Key(String written, int line) {}

    private Yaml(Map<String, Node> values, Map<String, Key> keys, int ownLine, YamlSource source) {
        this.values = values;
        this.keys = keys;
        this.ownLine = ownLine;
        this.source = source;
    }

    /**
     * Reads a mapping. What is wrong with it is added to the problems, and the mapping is then empty.
     *
     * @param firstLine the line of the file in which the text begins, from 1
     */
    public static Yaml read(String text, int firstLine, Problems problems) {
        String printable = printable(text);
        var source = new YamlSource(printable.lines().toList(), firstLine, problems);
        try {
            var root = compose(printable);
            var excess = root.flatMap(node -> YamlSize.excess(node, printable.length()));
            if (excess.isPresent()) {
                problems.add(
                        source.line(excess.get()),
                        "aliases (such as *name) make far more of it than is written here",
                        "write each text where it belongs, without & and *");
                return unreadable(firstLine, source);
            }
            if (root.isEmpty() || YamlNodes.isNothing(root.get())) {
                return new Yaml(Map.of(), Map.of(), firstLine, source);
            }
            if (root.get() instanceof MappingNode mapping) {
                return of(mapping, firstLine, source);
            }
            problems.add(
                    firstLine, "this is not a list of 'key: value' lines", "write, for example, 'title: My title'");
        } catch (YamlEngineException e) {
            var fault = YamlFault.of(e, printable);
            problems.add(firstLine + fault.line(), fault.wrong(), fault.remedy());
        } catch (StackOverflowError _) {
            problems.add(firstLine, "its brackets or lists stand inside each other too deeply", "write it flat");
        }
        return unreadable(firstLine, source);
    }

    private static Yaml unreadable(int firstLine, YamlSource source) {
        var nothing = new Yaml(Map.of(), Map.of(), firstLine, source);
        nothing.isReadable = false;
        return nothing;
    }

    private static Optional<Node> compose(String text) {
        var settings = LoadSettings.builder()
                .setBufferSize(Math.max(LEAST_BUFFER, text.length())) // else a long word takes quadratic time
                .setCodePointLimit(Math.max(1, text.length())) // the file's size has a limit already
                .build();
        return new Compose(settings).composeString(text);
    }

    /** Keys are the same in capitals and without. */
    private static Yaml of(MappingNode mapping, int ownLine, YamlSource source) {
        var values = new LinkedHashMap<String, Node>();
        var keys = new LinkedHashMap<String, Key>();
        for (var tuple : mapping.getValue()) {
            int line = source.line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode node)) {
                source.problems().add(line, "a key is not a word", "write 'key: value'");
                continue;
            }
            String written = node.getValue().strip();
            String key = written.toLowerCase(Locale.ROOT);
            if (keys.putIfAbsent(key, new Key(written, line)) != null) {
                source.problems().add(line, "'" + written + "' is given twice", "keep one of the two");
            } else if (!YamlNodes.isNothing(tuple.getValueNode())) {
                values.put(key, tuple.getValueNode());
            } else {
                source.warnOfComment(tuple.getValueNode());
            }
        }
        return new Yaml(values, keys, ownLine, source);
    }

    /**
     * The same under our keys, where others have other words for them. Ours counts before theirs, and the first
     * of theirs before the others; a warning tells where they differ.
     *
     * @param others what stands for each of our keys
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
        var yaml = new Yaml(named, names, ownLine, source);
        yaml.isReadable = isReadable;
        return yaml;
    }

    private void warnOfDifference(String counting, String other) {
        if (!YamlNodes.words(values.get(counting)).containsAll(YamlNodes.words(values.get(other)))) {
            warn(
                    other,
                    written(other) + " says something else than " + written(counting) + ", which counts",
                    "keep one of the two");
        }
    }

    /** The same without a key. */
    public Yaml without(String key) {
        var fewer = new LinkedHashMap<>(values);
        var names = new LinkedHashMap<>(keys);
        fewer.remove(key);
        names.remove(key);
        var yaml = new Yaml(fewer, names, ownLine, source);
        yaml.isReadable = isReadable;
        return yaml;
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

    /** @param meanings the keys that other words stand for */
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
        problem(key, written(key) + " is not a single text", "write '" + key + ": some text'");
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

    /** Warns of what YAML takes for a comment behind texts: {@code title: Fix for #42} has another half. */
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
                    case MappingNode mapping -> of(mapping, source.line(mapping), source);
                    case ScalarNode scalar -> {
                        int line = source.line(scalar);
                        yield new Yaml(Map.of(textKey, scalar), Map.of(textKey, new Key(textKey, line)), line, source);
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

    /** YAML refuses control characters outright; they would be dropped anyway. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x7F && c <= 0x9F) || c == '\uFEFF') {
                return CONTROLS.matcher(text).replaceAll("");
            }
        }
        return text;
    }
}
