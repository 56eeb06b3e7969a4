package org.feedwright.authoring.front;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;

/**
 * The line with which front matter begins and ends: {@code ---}, {@code +++} or {@code ;;;}. Behind the first,
 * gray-matter has the name of the notation.
 *
 * @param signs the line without the name
 * @param language the name, in lower case; empty if there is none
 * @param begin where the front matter begins in the text
 */
record Fence(String signs, String language, int begin) {
    private static final Pattern BEGIN =
            Pattern.compile("(?<signs>-{3,}|\\+{3}|;{3,})[ \\t]*(?<language>[A-Za-z]*)[ \\t]*(?:\\r?\\n|\\z)");

    /** YAML documents may end with dots too. */
    private static final Pattern YAML_END = end("-{3}|\\.{3}");

    static Optional<Fence> of(String text) {
        var begins = BEGIN.matcher(text).region(ArticleParts.firstText(text), text.length());
        return begins.lookingAt()
                ? Optional.of(new Fence(
                        begins.group("signs"), begins.group("language").toLowerCase(Locale.ROOT), begins.end()))
                : Optional.empty();
    }

    /** Whether nothing else can be meant, even without an end: a longer line may be one across a plain text. */
    boolean isCertain() {
        return signs.length() == 3;
    }

    Optional<ArticleParts> cut(String text, Problems problems) {
        int line = Math.max(1, ArticleParts.linesBefore(text, begin));
        var notation = notation();
        if (notation.isEmpty()) {
            problems.add(
                    line,
                    "front matter in '" + language + "' is not read, for programs are not run",
                    "write it in YAML: the lines '---', 'title: …', 'published: …', '---'");
            return Optional.empty();
        }
        var ends = end().matcher(text);
        if (!isFound(ends, text)) {
            problems.add(line, "the front matter has no end", "close it with a line '" + signs + "' before the body");
            return Optional.empty();
        }
        return Optional.of(ArticleParts.at(notation.get(), text, begin, ends.start(), ends.end()));
    }

    /** Finds the line that ends it. Only lines that begin with its sign are looked at closely. */
    private boolean isFound(Matcher ends, String text) {
        int end;
        for (int line = begin; line < text.length(); line = end < 0 ? text.length() : end + 1) {
            boolean mayEnd = text.charAt(line) == signs.charAt(0) || text.charAt(line) == '.';
            if (mayEnd && ends.region(line, text.length()).lookingAt()) {
                return true;
            }
            end = text.indexOf('\n', line);
        }
        return false;
    }

    private Optional<Notation> notation() {
        return switch (language) {
            case "" ->
                Optional.of(
                        switch (signs.charAt(0)) {
                            case '+' -> Notation.TOML;
                            case ';' -> Notation.JSON;
                            default -> Notation.YAML;
                        });
            case "yaml", "yml" -> Optional.of(Notation.YAML);
            case "toml" -> Optional.of(Notation.TOML);
            case "json" -> Optional.of(Notation.JSON);
            default -> Optional.empty();
        };
    }

    private Pattern end() {
        return signs.equals("---") ? YAML_END : end(Pattern.quote(signs));
    }

    private static Pattern end(String line) {
        return Pattern.compile("(?dm)^(?:" + line + ")[ \\t]*\\r?$");
    }
}
