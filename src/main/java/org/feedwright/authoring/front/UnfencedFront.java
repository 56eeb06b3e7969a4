package org.feedwright.authoring.front;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;

/**
 * Front matter that begins without a line of its own: Hexo's YAML up to a line {@code ---}, or header lines up to the
 * first empty one. A text in which nothing states a title or a date has none, whatever its first line looks like.
 */
final class UnfencedFront {
    private static final Pattern BLANK_LINE = Pattern.compile("(?dm)^[ \\t]*\\r?$");
    private static final Pattern RULE = Pattern.compile("(?dm)^-{3,}[ \\t]*\\r?$");

    /** What may stand in YAML's lines: keys, items, comments, and what is indented. */
    private static final Pattern OF_YAML =
            Pattern.compile("[\"']?[\\w-]+[\"']?[ \\t]*:(?:[ \\t].*)?|[ \\t].*|-[ \\t].*|#.*|");

    /** A line that says whether or when an article is out, in any notation. */
    private static final Pattern STATED = Pattern.compile("(?i)\\s*[\"']?(?:title|draft|status|visibility|password|"
            + StateKeys.ANY_PUBLISHED + "|" + StateKeys.ANY_UNLISTED + ")[\"']?\\s*[:=].*");

    private UnfencedFront() {}

    static Optional<ArticleParts> cut(String text, Problems problems) {
        int begin = ArticleParts.firstText(text);
        int blank = next(BLANK_LINE, text, begin);
        int rule = next(RULE, text, begin);
        if (rule < text.length() && (rule < blank || isYaml(text.substring(begin, rule)))) {
            if (states(text.substring(begin, rule))) {
                int end = endOfLine(text, rule);
                return Optional.of(ArticleParts.at(Notation.YAML, text, begin, rule, end));
            }
        }
        String first = text.substring(begin, blank);
        if (HeaderLines.LINE.matcher(firstLine(first)).matches() && states(first)) {
            return Optional.of(ArticleParts.at(Notation.HEADERS, text, begin, blank, blank));
        }
        return bare(text, first, begin, problems);
    }

    /** A text that is nothing but a body; but a slip in the first line must not publish what is a draft. */
    private static Optional<ArticleParts> bare(String text, String first, int begin, Problems problems) {
        if (first.lines().anyMatch(line -> STATED.matcher(line).matches())) {
            refuse(ArticleParts.linesBefore(text, begin) + 1, problems);
            return Optional.empty();
        }
        return Optional.of(ArticleParts.bare(text));
    }

    static void refuse(int line, Problems problems) {
        problems.add(
                line,
                "the file does not begin with front matter",
                "begin it with the lines '---', 'title: …', 'published: …', '---'");
    }

    private static boolean isYaml(String text) {
        return text.lines().allMatch(line -> OF_YAML.matcher(line).matches());
    }

    /** Whether a line states a title or a date. */
    private static boolean states(String text) {
        return keys(text)
                .anyMatch(key -> key.equals("title") || key.equals("published") || StateKeys.PUBLISHED.contains(key));
    }

    private static Stream<String> keys(String text) {
        List<String> lines = text.lines().toList();
        return lines.stream()
                .map(HeaderLines.LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group("key").toLowerCase(Locale.ROOT));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static int next(Pattern pattern, String text, int from) {
        var found = pattern.matcher(text);
        return found.find(from) ? found.start() : text.length();
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
