package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.html.CleanHtml;
import org.jspecify.annotations.Nullable;

/**
 * Turns text without markup, such as an article pasted from a page or a mail, into HTML: every sign stands for itself,
 * and addresses become links.
 */
public final class PlainText {
    /** The longest line, in characters, of a text that was wrapped. */
    private static final int WIDEST = 100;

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:…][\"'”’»)\\]]*\\s*");
    private static final Pattern POINT = Pattern.compile("\\s*(?:[-*+•‣·–—]|\\d{1,3}[.)])\\s+(.*)");
    private static final Pattern UNDERLINE = Pattern.compile("\\s*(?:={3,}|-{3,})\\s*");

    private PlainText() {}

    /** Turns the body of an article into HTML. Sections that are not wanted stay where they are. */
    public static Body body(String source, boolean takeHighlights, boolean takeDisclaimer) {
        var lines = new ArrayList<>(source.strip().lines().toList());
        var highlights = takeHighlights ? takeHighlights(lines) : List.<Highlight>of();
        var paragraphs = new ArrayList<>(paragraphs(String.join("\n", lines).strip()));
        var disclaimer = takeDisclaimer ? takeDisclaimer(paragraphs) : null;
        return new Body(
                new Prose(String.join("\n\n", paragraphs), html(paragraphs)),
                highlights,
                disclaimer,
                null,
                null,
                List.of());
    }

    private static @Nullable Disclaimer takeDisclaimer(List<String> paragraphs) {
        if (paragraphs.isEmpty()) {
            return null;
        }
        var beginning = Body.DISCLAIMER.matcher(paragraphs.getLast());
        boolean isBegun = beginning.lookingAt();
        boolean isHeaded = !isBegun
                && paragraphs.size() > 1
                && Body.DISCLAIMER_HEADING
                        .matcher(paragraphs.get(paragraphs.size() - 2))
                        .matches();
        if (!isBegun && !isHeaded) {
            return null;
        }
        String own = paragraphs.removeLast().substring(isBegun ? beginning.end() : 0);
        if (isHeaded) {
            paragraphs.removeLast();
        }
        return new Disclaimer(new Prose(own, html(List.of(own))));
    }

    private static List<Highlight> takeHighlights(List<String> lines) {
        if (lines.isEmpty() || !Body.HIGHLIGHTS.matcher(lines.getFirst()).matches()) {
            return List.of();
        }
        int end = lines.size() > 1 && UNDERLINE.matcher(lines.get(1)).matches() ? 2 : 1;
        while (end < lines.size() && lines.get(end).isBlank()) {
            end++;
        }
        var points = new ArrayList<StringBuilder>();
        for (; end < lines.size(); end++) {
            var point = POINT.matcher(lines.get(end));
            if (point.matches()) {
                points.add(new StringBuilder(point.group(1)));
            } else if (!points.isEmpty() && lines.get(end).startsWith("  ")) {
                points.getLast().append(' ').append(lines.get(end).strip());
            } else {
                break;
            }
        }
        if (points.isEmpty()) {
            return List.of();
        }
        lines.subList(0, end).clear();
        return points.stream()
                .map(StringBuilder::toString)
                .filter(point -> !point.isBlank())
                .map(Highlight::new)
                .toList();
    }

    private static List<String> paragraphs(String text) {
        int width = text.lines().mapToInt(String::length).max().orElse(0);
        return BLANK_LINES
                .splitAsStream(text)
                .flatMap(block -> paragraphs(block.lines().toList(), width))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /**
     * Splits a block of lines into paragraphs. A text pasted from a page has a line for each paragraph; a text written
     * in a mail or an editor is wrapped.
     */
    private static Stream<String> paragraphs(List<String> lines, int width) {
        if (lines.size() < 2 || !isWrapped(lines, width)) {
            return lines.stream();
        }
        int last = lines.size();
        while (last > 1 && !Body.DISCLAIMER.matcher(lines.get(last - 1)).lookingAt()) {
            last--;
        }
        return last > 1
                ? Stream.of(
                        String.join("\n", lines.subList(0, last - 1)),
                        String.join("\n", lines.subList(last - 1, lines.size())))
                : Stream.of(String.join("\n", lines));
    }

    /** Whether a text is wrapped: every line but the last is almost full, and some line ends within a sentence. */
    private static boolean isWrapped(List<String> lines, int width) {
        var allButLast = lines.subList(0, lines.size() - 1);
        return width <= WIDEST
                && allButLast.stream().allMatch(line -> line.length() * 3 >= width * 2)
                && allButLast.stream()
                        .anyMatch(line -> !SENTENCE_END.matcher(line).matches());
    }

    private static String html(List<String> paragraphs) {
        return CleanHtml.of(paragraphs.stream()
                .map(paragraph -> "<p>" + TextAddresses.linked(paragraph) + "</p>")
                .collect(Collectors.joining("\n")));
    }
}
