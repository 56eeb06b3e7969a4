package org.feedwright.imports.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes lines of plain text as Markdown that shows exactly these characters. */
final class MarkdownText {
    private static final int HEADING = 90; // characters at most
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;,…][\"'”’)\\]]*");
    private static final Pattern POINT = Pattern.compile("[-*•·–]\\s+(.+)");
    private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>]|&(?=#?\\w+;)|~(?=~))");
    private static final Pattern FIRST = Pattern.compile("^(#{1,6}(?=\\s)|[+=|-](?=\\s|-|=|$)|:(?=::))");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s)");

    private MarkdownText() {}

    /** Each line is a paragraph, unless empty lines part them; a short one that ends no sentence is a heading. */
    static String of(List<String> lines) {
        var blocks = new ArrayList<String>();
        boolean isParted = isWrapped(lines);
        var paragraph = new ArrayList<String>();
        for (String line : lines) {
            boolean isApart = POINT.matcher(line).matches() || !isParted || line.isEmpty();
            if (isApart) {
                end(paragraph, blocks);
            }
            if (!line.isEmpty()) {
                paragraph.add(line);
            }
        }
        end(paragraph, blocks);
        return joined(blocks);
    }

    /** Whether paragraphs are wrapped into lines, with empty lines between them. */
    private static boolean isWrapped(List<String> lines) {
        long longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return longest <= 120 && lines.stream().anyMatch(String::isEmpty);
    }

    private static void end(List<String> paragraph, List<String> blocks) {
        if (!paragraph.isEmpty()) {
            String text = String.join(" ", paragraph);
            var point = POINT.matcher(text);
            boolean isHeading = paragraph.size() == 1
                    && text.length() <= HEADING
                    && !SENTENCE_END.matcher(text).matches()
                    && text.chars().anyMatch(Character::isLetter);
            blocks.add(
                    point.matches()
                            ? "- " + escaped(point.group(1))
                            : isHeading && !blocks.isEmpty() ? "## " + escaped(text) : escaped(text));
            paragraph.clear();
        }
    }

    private static String joined(List<String> blocks) {
        var text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            boolean isInList = i > 0 && blocks.get(i).startsWith("- ") && blocks.get(i - 1).startsWith("- ");
            text.append(i == 0 ? "" : isInList ? "\n" : "\n\n").append(blocks.get(i));
        }
        return text.toString();
    }

    static String escaped(String text) {
        String inner = MARKS.matcher(text).replaceAll("\\\\$1");
        return NUMBER.matcher(FIRST.matcher(inner).replaceFirst("\\\\$1")).replaceFirst("$1\\\\$2");
    }
}
