package org.feedwright.authoring.yaml;

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

    private static final Pattern NO_SPACE = Pattern.compile("\\s*([\\w-]+:)([^\\s/].*)");
    private static final Pattern KEY = Pattern.compile("\\s*[\\w-]+:");
    private static final Pattern ODD_KEY = Pattern.compile("\\s*(?:\\? |[\\[{])");

    static YamlFault of(YamlEngineException exception, String text) {
        String reason = reason(exception);
        String wrong = "the YAML cannot be read (" + reason + ")";
        List<String> lines = text.lines().toList();
        if (!(exception instanceof MarkedYamlEngineException marked)) {
            return reason.startsWith("Non scalar key")
                    ? new YamlFault(oddKey(lines), "a key is not a word", "write 'key: value'")
                    : new YamlFault(0, wrong, "write it plainly, without & and *");
        }
        int line = line(marked, lines);
        return new YamlFault(line, wrong, remedy(marked, line, line < lines.size() ? lines.get(line) : ""));
    }

    private static int oddKey(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (ODD_KEY.matcher(lines.get(i)).lookingAt()) {
                return i;
            }
        }
        return 0;
    }

    /** Where it is; what has no end, or none that was meant, is told of where it begins. */
    private static int line(MarkedYamlEngineException marked, List<String> lines) {
        int problem = line(marked.getProblemMark());
        String context = String.valueOf(marked.getContext());
        boolean hasNoEnd = context.contains("flow ")
                || context.contains("simple key")
                || (problem >= lines.size() - 1 && reason(marked).contains("end of stream"));
        if (hasNoEnd && marked.getContextMark().isPresent()) {
            return line(marked.getContextMark());
        }
        int shown = Math.min(problem, Math.max(0, lines.size() - 1));
        return reason(marked).contains("<block end>") ? openQuote(lines, shown) : shown;
    }

    /** A line before it whose value begins with a quote that ends only here; or else the line itself. */
    private static int openQuote(List<String> lines, int line) {
        for (int i = line - 1; i >= 0; i--) {
            var value = VALUE.matcher(lines.get(i));
            char quote = value.matches() ? value.group(2).charAt(0) : ' ';
            if ((quote == '"' || quote == '\'')
                    && value.group(2).indexOf(quote, 1) < 0
                    && lines.subList(i + 1, line).stream().noneMatch(between -> between.indexOf(quote) >= 0)) {
                return i;
            }
        }
        return line;
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

    private static String remedy(MarkedYamlEngineException marked, int line, String written) {
        String reason = reason(marked);
        if (reason.contains("TAB") || (written.strip().isEmpty() && written.contains("\t"))) {
            return "write spaces instead of the tab";
        }
        if (reason.contains("document")) {
            return "write everything between one pair of lines '---'";
        }
        if (isMisplaced(marked, line, written)) {
            return "begin the line in the same column as the lines that it belongs to";
        }
        var glued = NO_SPACE.matcher(written);
        if (reason.contains("':'") && glued.matches()) {
            return "write a space behind the colon: " + glued.group(1) + " " + glued.group(2);
        }
        return quotes(written, String.valueOf(marked.getContext()).contains("flow "));
    }

    /** Whether it is where the line stands, and not what it says, that cannot be read. */
    private static boolean isMisplaced(MarkedYamlEngineException marked, int line, String written) {
        int column = marked.getProblemMark().map(Mark::getColumn).orElse(0);
        boolean isThere = line(marked.getProblemMark()) == line && Character.isWhitespace((written + "x").charAt(0));
        var key = KEY.matcher(written);
        boolean isAtKey = key.lookingAt() && key.end() - 1 == column;
        boolean isAtBeginning =
                column <= written.length() && written.substring(0, column).isBlank();
        return isThere && (isAtKey || isAtBeginning);
    }

    private static String quotes(String written, boolean isFlow) {
        var value = VALUE.matcher(written);
        if (!value.matches()) {
            return "write 'key: value', and put the value in double quotes if it has signs such as : # [ { & * ! | > '";
        }
        String quoted = "put quotes around its value: " + value.group(1) + " " + quoted(value.group(2));
        if (!isFlow) {
            return quoted;
        }
        return written.contains("#")
                ? "put quotes around what has a '#' in it, such as \"#1\""
                : "close the bracket at its end, or " + quoted;
    }

    /** In double quotes; a quote at its ends that has no other was meant as such, and so was a pair around it all. */
    static String quoted(String value) {
        String bare = value.strip();
        for (String quote : new String[] {"\"", "'"}) {
            int count = bare.length() - bare.replace(quote, "").length();
            boolean isAround = bare.length() > 1 && bare.startsWith(quote) && bare.endsWith(quote);
            if (isAround) {
                bare = bare.substring(1, bare.length() - 1);
                break;
            } else if (count == 1 && (bare.startsWith(quote) || (quote.equals("\"") && bare.endsWith(quote)))) {
                bare = bare.replace(quote, "");
                break;
            }
        }
        return "\"" + bare.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
