package org.feedwright.authoring.body;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.feedwright.authoring.problem.Note;

/** Takes out the lines of JavaScript at the top of MDX: {@code import Tabs from '@theme/Tabs'}. */
final class ModuleLines {
    private static final Pattern IMPORT = Pattern.compile(
            "import\\s+(?:(?:[\\w$]++(?:\\s*+,)?\\s*+)?+(?:\\{[^{}]*+}\\s*+|\\*\\s*+as\\s++[\\w$]++\\s++)?+from\\s+)?(?:'[^'\\n]*+'|\"[^\"\\n]*+\");?\\s*");
    private static final Pattern EXPORT =
            Pattern.compile("export\\s+(?:const|let|var|function|default|async)\\s[^\\n]*+");

    private ModuleLines() {}

    static void takeOut(Node document, String source, Consumer<Note> notes) {
        if (!source.contains("import ") && !source.contains("export ")) {
            return;
        }
        boolean isTold = false;
        while (document.getFirstChild() instanceof Paragraph paragraph && isModule(written(paragraph, source))) {
            if (!isTold) {
                isTold = true;
                String line = written(paragraph, source).lines().findFirst().orElse("");
                notes.accept(new Note(
                        "a line of JavaScript (import, export) was taken out, for scripts do not work in feeds",
                        "write what it shows as text or a picture",
                        line));
            }
            paragraph.unlink();
        }
    }

    private static boolean isModule(String paragraph) {
        if (EXPORT.matcher(paragraph).lookingAt()) {
            return paragraph.contains("=") || paragraph.contains("{") || paragraph.contains("(");
        }
        var line = IMPORT.matcher(paragraph);
        int end = 0;
        while (end < paragraph.length() && line.region(end, paragraph.length()).lookingAt()) {
            end = line.end();
        }
        return end > 0 && (end == paragraph.length() || isModule(paragraph.substring(end)));
    }

    private static String written(Paragraph paragraph, String source) {
        var spans = paragraph.getSourceSpans();
        List<String> lines = spans.stream()
                .map(span -> source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .toList();
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
