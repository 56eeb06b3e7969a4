package org.feedwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of a page, with what it shows of their output. */
final class PageCommands {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(console|sh|bash)\\n(.*?)^ *```$");

    /** A command that goes on until it is told to end: the service. */
    private static final Pattern SERVICE = Pattern.compile(
            "(?:\\w+=\\S+ )*(?:\\S*/)?(?:feedwright|java(?: -\\S+)* -jar \\S*feedwright\\.jar)(?: serve)?(?: --\\S+)*");

    private PageCommands() {}

    /** @param shown the lines that it must print */
    record Command(String text, List<String> shown) {
        boolean isService() {
            return SERVICE.matcher(text).matches() && !text.endsWith(" --help") && !text.endsWith(" --version");
        }
    }

    /** What a command has printed, and with which code it ended. */
    record Heard(String output, int code) {
        /** What is wrong with it; empty if it is as the page shows. */
        String fault(Command command) {
            if (command.shown().isEmpty()) {
                return code == 0 || command.isService() ? "" : "exit code " + code;
            }
            return missing(command.shown());
        }

        private String missing(List<String> shown) {
            var lines = new ArrayList<>(output.lines().toList());
            for (String line : shown) {
                var pattern = loosely(line);
                while (!lines.isEmpty() && !pattern.matcher(lines.getFirst()).matches()) {
                    lines.removeFirst();
                }
                if (lines.isEmpty()) {
                    return "does not print: " + line;
                }
                lines.removeFirst();
            }
            return "";
        }
    }

    static List<Command> of(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .flatMap(block -> (block.group(1).equals("console")
                                    ? console(block.group(2))
                                    : script(block.group(2)))
                            .stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Command> script(String text) {
        return List.of(new Command(text.stripIndent().strip(), List.of()));
    }

    private static List<Command> console(String text) {
        var commands = new ArrayList<Command>();
        for (String one : text.stripIndent().split("(?m)^\\$ ", -1)) {
            if (!one.isBlank()) {
                var lines = one.lines().toList();
                int end = 1;
                while (end < lines.size()
                        && (lines.get(end - 1).endsWith("\\") || lines.get(end).startsWith("> "))) {
                    end++;
                }
                var shown = lines.subList(end, lines.size()).stream()
                        .filter(line -> !line.isBlank() && !line.strip().equals("…"))
                        .toList();
                commands.add(new Command(
                        lines.subList(0, end).stream()
                                .map(line -> line.replaceFirst("^> ", ""))
                                .collect(Collectors.joining("\n")),
                        shown));
            }
        }
        return commands;
    }

    /** A line in which numbers, tags and white space may be others. */
    private static Pattern loosely(String line) {
        return Pattern.compile(Arrays.stream(line.strip().split("…", -1))
                .map(PageCommands::literally)
                .collect(Collectors.joining(".*", "\\s*", "\\s*")));
    }

    private static String literally(String text) {
        String tags = text.replaceAll("\"[\\w-]{20}(?:-gzip|-br)?\"", "\u0001");
        return Pattern.compile("\\d[\\d.,:]*|\\s+|\u0001|[^\\d\\s\u0001]+")
                .matcher(tags)
                .results()
                .map(part -> switch (part.group().charAt(0)) {
                    case '\u0001' -> "\"[\\w-]+\"";
                    case ' ', '\t' -> "\\s+";
                    default -> Character.isDigit(part.group().charAt(0)) ? "\\d[\\d.,:]*" : Pattern.quote(part.group());
                })
                .collect(Collectors.joining());
    }
}
