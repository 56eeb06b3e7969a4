package org.feedwright.authoring;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Why YAML could not be read, in words for someone who does not know YAML.
 *
 * @param line of the text, from 0
 */
record YamlFault(int line, String wrong, String remedy) {
    /** A key or a dash, and what stands behind it: in a list of texts, all of the line. */
    private static final Pattern VALUE =
            Pattern.compile("\\s*([\\w-]+:|-\\s+(?:name|email|uri|url|type|length|title):|-)\\s+(\\S.*)");

    static YamlFault of(YamlEngineException exception, String text) {
        String wrong = "the YAML cannot be read (" + reason(exception) + ")";
        if (!(exception instanceof MarkedYamlEngineException marked)) {
            return new YamlFault(0, wrong, "write it plainly, without & and *");
        }
        List<String> lines = text.lines().toList();
        int line = line(marked, lines.size());
        return new YamlFault(line, wrong, remedy(line < lines.size() ? lines.get(line) : ""));
    }

    /** Where it is; what has no end is told of where it begins. */
    private static int line(MarkedYamlEngineException marked, int lines) {
        int problem = line(marked.getProblemMark());
        boolean isAtTheEnd = problem >= lines - 1 && reason(marked).contains("end of stream");
        return isAtTheEnd ? line(marked.getContextMark()) : Math.min(problem, Math.max(0, lines - 1));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0);
    }

    private static String reason(YamlEngineException exception) {
        String message = exception instanceof MarkedYamlEngineException marked && marked.getProblem() != null
                ? marked.getProblem()
                : String.valueOf(exception.getMessage());
        return message.lines().findFirst().orElse("no reason given");
    }

    private static String remedy(String written) {
        if (written.contains("\t")) {
            return "write spaces instead of the tab";
        }
        var value = VALUE.matcher(written);
        return value.matches()
                ? "put quotes around its value: " + value.group(1) + " " + quoted(value.group(2))
                : "write 'key: value', and put the value in double quotes if it has signs such as : # [ { & * ! | > '";
    }

    /** In double quotes; what is there already of them at the ends was meant as such. */
    private static String quoted(String value) {
        String bare = value.strip().replaceAll("^\"|\"$", "");
        return "\"" + bare.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
