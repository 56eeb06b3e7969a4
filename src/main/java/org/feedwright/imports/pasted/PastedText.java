package org.feedwright.imports.pasted;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a text that was pasted from a page.
 *
 * @param title empty if no line looks like one
 * @param published null unless the head of the text states one date, and no other
 * @param body Markdown
 */
record PastedText(
        String title,
        @Nullable OffsetDateTime published,
        List<String> authors,
        List<String> highlights,
        String body,
        @Nullable String disclaimer) {
    private static final int LONG = 160; // characters: a paragraph, and no line of a head
    private static final Pattern HIGHLIGHTS =
            Pattern.compile("(?i)(?:key )?(?:highlights|takeaways|points)\\s*:?");
    private static final Pattern POINT = Pattern.compile("[-*•·–]\\s+(.+)");
    private static final Pattern DISCLAIMER = Pattern.compile("(?i)disclaimer\\s*:?\\s*(.*)");
    private static final Pattern BY = Pattern.compile("(?i)(?:by|authors?:|written by)\\s+(\\p{Lu}[^.!?:]{1,80})");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;,…][\"'”’)]*");

    static PastedText of(List<String> lines) {
        return new Reading(lines).read();
    }

    private static final class Reading {
        private final ArrayList<String> lines;
        private String title = "";
        private @Nullable OffsetDateTime published;
        private final List<String> authors = new ArrayList<>();
        private final List<String> highlights = new ArrayList<>();
        private @Nullable String disclaimer;

        Reading(List<String> lines) {
            this.lines = new ArrayList<>(lines.stream().map(String::strip).toList());
        }

        PastedText read() {
            takeDisclaimer();
            takeHead();
            takeHighlights();
            return new PastedText(title, published, authors, highlights, MarkdownText.of(lines), disclaimer);
        }

        private void takeDisclaimer() {
            for (int i = lines.size() - 1; i >= 0; i--) {
                var matcher = DISCLAIMER.matcher(lines.get(i));
                if (matcher.matches()) {
                    var rest = new ArrayList<>(List.of(matcher.group(1)));
                    rest.addAll(lines.subList(i + 1, lines.size()));
                    disclaimer = String.join("\n\n", rest.stream().filter(line -> !line.isBlank()).map(MarkdownText::escaped).toList());
                    lines.subList(i, lines.size()).clear();
                    return;
                }
            }
        }

        /** Title, date and authors stand before the first long line, and before the highlights. */
        private void takeHead() {
            int end = 0;
            while (end < lines.size()
                    && lines.get(end).length() <= LONG * 2
                    && !HIGHLIGHTS.matcher(lines.get(end)).matches()
                    && !SENTENCE_END.matcher(lines.get(end)).matches()) {
                end++;
            }
            var head = List.copyOf(lines.subList(0, end));
            var dates = head.stream().map(StatedDate::of).filter(Objects::nonNull).distinct().toList();
            published = dates.size() == 1 ? dates.getFirst() : null;
            var kept = new ArrayList<String>();
            for (String line : head) {
                var by = BY.matcher(line);
                if (StatedDate.of(line) != null || line.isEmpty()) {
                    continue;
                }
                if (by.matches()) {
                    authors.addAll(List.of(by.group(1).strip().split("\\s*(?:,|&|\\band\\b)\\s*")));
                } else if (title.isEmpty()) {
                    title = line;
                } else {
                    kept.add(line);
                }
            }
            lines.subList(0, end).clear();
            lines.addAll(0, kept);
        }

        private void takeHighlights() {
            for (int i = 0; i < Math.min(lines.size(), 30); i++) {
                if (!HIGHLIGHTS.matcher(lines.get(i)).matches()) {
                    continue;
                }
                int end = i + 1;
                for (; end < lines.size(); end++) {
                    var point = POINT.matcher(lines.get(end));
                    if (point.matches()) {
                        highlights.add(point.group(1));
                    } else if (!lines.get(end).isEmpty()) {
                        break;
                    }
                }
                if (!highlights.isEmpty()) {
                    lines.subList(i, end).clear();
                }
                return;
            }
        }
    }
}
