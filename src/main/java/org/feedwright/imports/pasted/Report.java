package org.feedwright.imports.pasted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a pasted report: title, date, authors, highlights, paragraphs and disclaimer. */
final class Report {
    private static final int LONGEST_TITLE = 250; // characters
    private static final int PARAGRAPH = 100; // characters; a longer line is a paragraph by itself
    private static final Pattern HIGHLIGHTS =
            Pattern.compile("(?:#+ *)?(?:key )?(?:highlights|takeaways|points):?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile("[-*•–·‣▪●][ \\t\\u00A0]+(\\S.*)");
    private static final Pattern BY =
            Pattern.compile("(?:(?:By|BY|Written by|Author|Authors)(?:: *| +))([\\p{Lu}][\\p{L}\\p{M}.'’\\- ]{1,60}"
                    + "(?:(?:,| and| &)? [\\p{Lu}][\\p{L}\\p{M}.'’\\- ]{1,60})*)");
    private static final Pattern DISCLAIMER =
            Pattern.compile("(?:#+ *)?disclaimer(?:: *(.*)|)", Pattern.CASE_INSENSITIVE);

    private record Line(int number, String text, boolean isAfterBlank) {}

    private final List<Line> lines = new ArrayList<>();
    private final boolean hasBlanks;
    final List<String> dropped = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<String> authors = new ArrayList<>();
    final List<String> highlights = new ArrayList<>();
    final List<String> body = new ArrayList<>();
    final List<String> headings = new ArrayList<>();
    String title = "";

    @Nullable
    LocalDate published;

    @Nullable
    String disclaimer;

    private Report(List<String> text) {
        keep(text);
        hasBlanks = lines.stream().skip(1).anyMatch(Line::isAfterBlank);
        int next = highlights(header());
        write(lines.subList(next, disclaimer(next)));
    }

    static Report of(List<String> lines) {
        return new Report(lines);
    }

    private void keep(List<String> text) {
        Map<String, Integer> often = new HashMap<>();
        text.forEach(line -> often.merge(line.strip(), 1, Integer::sum));
        var seen = new TreeSet<String>();
        boolean isAfterBlank = false;
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            String bare = Furniture.NEW_TAB.matcher(line).replaceAll("");
            boolean isRepeated = often.getOrDefault(line, 0) > 2 && isHeading(line) && !seen.add(line);
            if (line.isEmpty()) {
                isAfterBlank = true;
            } else if (Furniture.is(line) || isRepeated) {
                dropped.add("line " + (i + 1) + " '" + line + "'");
            } else {
                if (!bare.equals(line)) {
                    dropped.add("line " + (i + 1) + " '(opens in a new tab)'");
                }
                lines.add(new Line(i + 1, bare, isAfterBlank));
                isAfterBlank = false;
            }
        }
    }

    private String text(int index) {
        return lines.get(index).text();
    }

    /** Reads what stands before the highlights and the first paragraph. */
    private int header() {
        int next = 0;
        for (; next < lines.size() && !HIGHLIGHTS.matcher(text(next)).matches(); next++) {
            String line = text(next);
            var by = BY.matcher(line);
            if (StatedDate.of(line) != null) {
                date(StatedDate.of(line), line);
            } else if (StatedDate.isAmbiguous(line)) {
                warnings.add("line " + lines.get(next).number() + ": nobody knows which number of '" + line
                        + "' is the month; say --published");
                dropped.add("line " + lines.get(next).number() + " '" + line + "'");
            } else if (!title.isEmpty() && line.length() < 120 && by.matches()) {
                Stream.of(by.group(1).split(" and | & |, *")).map(String::strip).forEach(authors::add);
            } else if (title.isEmpty() && isTitle(line) && next + 1 < lines.size()) {
                title = line.replaceFirst("^#+ +", "").replaceFirst("(?i)^title: +", "");
            } else if (!line.equals(title)) {
                break;
            } else {
                dropped.add("line " + lines.get(next).number() + " '" + line + "'");
            }
        }
        return next;
    }

    private void date(@Nullable LocalDate date, String line) {
        if (published != null && !published.equals(date)) {
            warnings.add("it states two dates; the first counts, and '" + line + "' does not");
            dropped.add("'" + line + "'");
        } else {
            published = date;
        }
    }

    private static boolean isTitle(String line) {
        return line.length() <= LONGEST_TITLE && !ITEM.matcher(line).matches() && !line.matches(".*[.;:,]");
    }

    private int highlights(int from) {
        if (from >= lines.size() || !HIGHLIGHTS.matcher(text(from)).matches()) {
            return from;
        }
        int next = from + 1;
        for (; next < lines.size(); next++) {
            var item = ITEM.matcher(text(next));
            if (!item.matches()) {
                break;
            }
            highlights.add(item.group(1).strip());
        }
        if (highlights.isEmpty()) {
            warnings.add("line " + lines.get(from).number() + ": no list follows '" + text(from)
                    + "'; it stays in the text. Write '- ' before each highlight");
            return from;
        }
        return next;
    }

    /** Where the disclaimer begins, which is the last paragraph or section. */
    private int disclaimer(int from) {
        for (int i = lines.size() - 1; i >= from; i--) {
            var heading = DISCLAIMER.matcher(text(i));
            if (heading.matches()) {
                var parts = new ArrayList<String>();
                if (heading.group(1) != null && !heading.group(1).isBlank()) {
                    parts.add(heading.group(1).strip());
                }
                lines.subList(i + 1, lines.size()).forEach(line -> parts.add(line.text()));
                if (parts.size() > 1 && heading.group(1) != null) {
                    warnings.add("what follows 'Disclaimer:' is taken as part of it, from line "
                            + lines.get(i + 1).number());
                }
                disclaimer = parts.isEmpty() ? null : String.join(hasBlanks ? " " : "\n\n", parts);
                return parts.isEmpty() ? lines.size() : i;
            }
        }
        return lines.size();
    }

    private void write(List<Line> rest) {
        for (int i = 0; i < rest.size(); i++) {
            var line = rest.get(i);
            var item = ITEM.matcher(line.text());
            boolean isItem = item.matches();
            boolean isAfterItem = i > 0 && ITEM.matcher(rest.get(i - 1).text()).matches();
            boolean isHeading = !isItem
                    && i + 1 < rest.size()
                    && isHeading(line.text())
                    && (!hasBlanks || i == 0 || line.isAfterBlank())
                    && rest.get(i + 1).text().length() > line.text().length()
                    && (rest.get(i + 1).isAfterBlank() || rest.get(i + 1).text().length() > PARAGRAPH);
            boolean isParted = !hasBlanks
                    || line.isAfterBlank()
                    || line.text().length() > PARAGRAPH
                    || (i > 0 && rest.get(i - 1).text().length() > PARAGRAPH);
            if (i > 0 && (isItem != isAfterItem || (isParted && !isItem))) {
                body.add("");
            }
            if (isHeading) {
                headings.add("'" + line.text() + "'");
            }
            String text = MarkdownSafe.of(isItem ? item.group(1) : line.text().replaceFirst("^#{1,6} +", ""));
            body.add(isHeading ? "## " + text : isItem ? "- " + text : text);
        }
    }

    private static boolean isHeading(String line) {
        return line.length() <= 80
                && line.length() > 3
                && line.contains(" ")
                && !line.matches(".*[.,;:!\"”]")
                && line.matches("(?:#+ )?[\\p{Lu}\\p{Lo}].*");
    }
}
