package org.feedwright.authoring.front;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;
import org.feedwright.authoring.yaml.Yaml;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Front matter in lines such as {@code Title: My title}, as Pelican and MultiMarkdown have it. A line that begins with
 * white space goes on with the value before it.
 */
final class HeaderLines {
    /** Behind the colon of an address stand slashes. */
    static final Pattern LINE =
            Pattern.compile("(?<key>\\p{Alnum}[\\w .-]{0,59}?)[ \\t]{0,9}:(?!//)[ \\t]*(?<value>.*)");

    private HeaderLines() {}

    static Yaml read(String text, int firstLine, Problems problems) {
        var entries = new ArrayList<NodeTuple>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                entries.add(Nodes.entry(line.group("key"), i, Nodes.text(value(line.group("value"), lines, i), i)));
            } else if (i == 0 || !isContinued(lines.get(i))) {
                problems.add(
                        firstLine + i,
                        "this line stands in the front matter and is no 'Key: value'",
                        "leave an empty line before the text, or write white space before what belongs to the line above");
            }
        }
        return Yaml.of(Nodes.mapping(entries, 0), firstLine, Notation.HEADERS, problems);
    }

    static boolean isContinued(String line) {
        return !line.isEmpty() && Character.isWhitespace(line.charAt(0));
    }

    private static String value(String first, List<String> lines, int from) {
        var value = new StringBuilder(first.strip());
        for (int i = from + 1; i < lines.size() && isContinued(lines.get(i)); i++) {
            value.append('\n').append(lines.get(i).strip());
        }
        return value.toString().strip();
    }
}
