package org.feedwright.authoring.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads YAML text as mappings, and turns every fault of it into a problem with its line. */
final class YamlReader {
    private static final int LEAST_BUFFER = 1_024;
    private static final Pattern CONTROLS = Pattern.compile("[\\x7F-\\x84\\x86-\\x9F\\uFEFF]");

    private YamlReader() {}

    /** Reads a mapping. What is wrong with it is added to the problems, and the mapping is then empty. */
    static Yaml read(String text, int firstLine, Problems problems) {
        String printable = printable(text);
        var source = new YamlSource(printable.lines().toList(), firstLine, Notation.YAML, problems);
        try {
            var root = compose(printable);
            var excess = root.flatMap(node -> YamlSize.excess(node, printable.length()));
            if (excess.isEmpty()) {
                return root.map(node -> topMapping(node, source)).orElseGet(() -> nothing(source, true));
            }
            problems.add(
                    source.line(excess.get()),
                    "aliases (such as *name) make far more of it than is written here",
                    "write each text where it belongs, without & and *");
        } catch (YamlEngineException e) {
            var fault = YamlFault.of(e, printable);
            problems.add(firstLine + fault.line(), fault.wrong(), fault.remedy());
        } catch (StackOverflowError _) {
            problems.add(firstLine, "its brackets or lists stand inside each other too deeply", "write it flat");
        }
        return nothing(source, false);
    }

    private static Yaml topMapping(Node root, YamlSource source) {
        if (YamlNodes.isNothing(root)) {
            return nothing(source, true);
        }
        if (root instanceof MappingNode mapping) {
            return mapping(mapping, source.firstLine(), source);
        }
        source.problems()
                .add(
                        source.firstLine(),
                        "this is not a list of 'key: value' lines",
                        "write, for example, 'title: My title'");
        return nothing(source, false);
    }

    static Yaml nothing(YamlSource source, boolean isReadable) {
        return new Yaml(YamlKeys.NONE, source.firstLine(), source, isReadable);
    }

    private static Optional<Node> compose(String text) {
        var settings = LoadSettings.builder()
                .setBufferSize(Math.max(LEAST_BUFFER, text.length())) // else a long word takes quadratic time
                .setCodePointLimit(Math.max(1, text.length())) // the file's size has a limit already
                .build();
        return new Compose(settings).composeString(text);
    }

    /** The mapping of a node; its keys are the same in capitals and without. */
    static Yaml mapping(MappingNode mapping, int ownLine, YamlSource source) {
        return new Yaml(keys(mapping, source), ownLine, source, true);
    }

    static YamlKeys keys(MappingNode mapping, YamlSource source) {
        var values = new LinkedHashMap<String, Node>();
        var keys = new LinkedHashMap<String, Yaml.Key>();
        for (var tuple : mapping.getValue()) {
            int line = source.line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode node)) {
                source.problems().add(line, "a key is not a word", "write 'key: value'");
                continue;
            }
            String written = node.getValue().strip();
            String key = written.toLowerCase(Locale.ROOT);
            if (keys.putIfAbsent(key, new Yaml.Key(written, line)) != null) {
                source.problems().add(line, "'" + written + "' is given twice", "keep one of the two");
            } else if (!YamlNodes.isNothing(tuple.getValueNode())) {
                values.put(key, tuple.getValueNode());
                YamlNodes.flat(tuple.getValueNode()).forEach(source::warnOfIllegal);
            } else {
                source.warnOfComment(tuple.getValueNode());
            }
        }
        return new YamlKeys(values, keys);
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
