package org.feedwright.authoring.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;
import org.feedwright.authoring.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Front matter in TOML, as Hugo and Zola have it. */
final class TomlFront {
    private static final Pattern KEY = Pattern.compile("\\s*([\\w-]+)\\s*([:=])\\s*(.*?)\\s*");

    private TomlFront() {}

    static Yaml read(String text, int firstLine, Problems problems) {
        return parse(text, firstLine, problems)
                .map(root -> Yaml.of(root, firstLine, Notation.TOML, problems))
                .orElseGet(() -> Yaml.unreadable(firstLine, Notation.TOML, problems));
    }

    private static Optional<MappingNode> parse(String text, int firstLine, Problems problems) {
        try {
            var toml = Toml.parse(text);
            if (!toml.hasErrors()) {
                return Optional.of(mapping(toml, 0));
            }
            tell(toml.errors().getFirst(), text.lines().toList(), firstLine, problems);
        } catch (StackOverflowError _) {
            problems.add(firstLine, "its brackets or lists stand inside each other too deeply", "write it flat");
        }
        return Optional.empty();
    }

    private static void tell(TomlParseError error, List<String> lines, int firstLine, Problems problems) {
        int line = Math.clamp(line(error.position(), 0), 0, Math.max(0, lines.size() - 1));
        String reason = String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
        problems.add(
                firstLine + line,
                "the TOML cannot be read (" + reason + ")",
                remedy(lines.isEmpty() ? "" : lines.get(line)));
    }

    private static String remedy(String written) {
        var key = KEY.matcher(written);
        if (!key.matches()) {
            return "write 'key = \"value\"'";
        }
        return key.group(2).equals(":")
                ? "write an equals sign: "
                        + Notation.TOML.line(key.group(1), key.group(3).replace("\"", ""))
                : "put its text in double quotes: "
                        + Notation.TOML.line(key.group(1), key.group(3).replaceAll("[\"']", ""));
    }

    private static MappingNode mapping(TomlTable table, int ownLine) {
        var entries = new ArrayList<NodeTuple>();
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            int line = line(table.inputPositionOf(List.of(entry.getKey())), ownLine);
            entries.add(Nodes.entry(entry.getKey(), line, node(entry.getValue(), line)));
        }
        return Nodes.mapping(entries, ownLine);
    }

    /** Dates are written as ISO 8601 has them, as their own types tell. */
    private static Node node(Object value, int line) {
        return switch (value) {
            case TomlTable table -> mapping(table, line);
            case TomlArray array -> list(array, line);
            case Boolean flag -> Nodes.flag(flag.toString(), line);
            default -> Nodes.text(value.toString(), line);
        };
    }

    private static Node list(TomlArray array, int ownLine) {
        var items = new ArrayList<Node>();
        for (int i = 0; i < array.size(); i++) {
            items.add(node(array.get(i), line(array.inputPositionOf(i), ownLine)));
        }
        return Nodes.list(items, ownLine);
    }

    private static int line(@Nullable TomlPosition position, int otherwise) {
        return position == null ? otherwise : position.line() - 1;
    }
}
