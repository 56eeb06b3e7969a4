package org.feedwright.authoring.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.feedwright.authoring.template.Tag.Form;
import org.feedwright.feed.Conventions.Templates;
import org.jspecify.annotations.Nullable;

/** Finds the template tags of a text, one after the other, in time that grows with its length. */
final class TagScanner {
    /** No tag is longer; what begins one and has no end nearby is text. */
    private static final int LONGEST = 20_000;

    private static final Pattern NAME = Pattern.compile("(/?)\\s*+([\\w./-]*+)\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
    /** An expression that is no formula of LaTeX, such as {@code {{a}}}. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "\\s+[A-Za-z_]\\w*\\s+|\\s*(?:[A-Za-z_]\\w*(?:\\.\\w|\\[|\\(|\\s*\\|)|[\"'][^\"']*[\"']\\s*\\|).*",
            Pattern.DOTALL);

    private final String text;
    private final Templates language;
    private final Map<String, Integer> ends = new HashMap<>();

    TagScanner(String text, Templates language) {
        this.text = text;
        this.language = language;
    }

    /** The first tag that begins at or behind a position; null if there is none. */
    @Nullable
    Tag next(int from) {
        for (int at = text.indexOf('{', from); at >= 0 && at + 2 < text.length(); at = text.indexOf('{', at + 1)) {
            var tag = at(at);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    private @Nullable Tag at(int at) {
        char second = text.charAt(at + 1);
        if (language == Templates.ZOLA) {
            return second == '%' || second == '{' ? zola(at, second == '%' ? "%}" : "}}") : null;
        }
        if (second == '%') {
            return language == Templates.HUGO ? null : statement(at);
        }
        if (second == '{') {
            char third = text.charAt(at + 2);
            boolean isShortcode = third == '<' || third == '%';
            if (isShortcode && (language == Templates.HUGO || language == Templates.NONE)) {
                return shortcode(at, third == '<' ? ">}}" : "%}}");
            }
            return language == Templates.HUGO || isShortcode ? null : expression(at);
        }
        boolean hasComments = language == Templates.ELEVENTY || language == Templates.HEXO;
        return second == '#' && hasComments && Character.isWhitespace(text.charAt(at + 2)) ? comment(at) : null;
    }

    private @Nullable Tag shortcode(int at, String closing) {
        int end = end(at + 3, closing);
        if (end >= 0 && isInQuotes(at + 3, end)) {
            int next = text.indexOf(closing, end + 3);
            boolean isEnd = next >= 0 && next - at <= LONGEST && !isInQuotes(at + 3, next) && !isOpened(end, next);
            end = isEnd ? next : end;
        }
        if (end < 0) {
            return null;
        }
        String inner = text.substring(at + 3, end).strip();
        if (inner.startsWith("/*") && inner.endsWith("*/") && inner.length() >= 4) {
            String shown = text.substring(at, at + 3) + " "
                    + inner.substring(2, inner.length() - 2).strip() + " " + closing;
            return new Tag(at, end + 3, Form.ESCAPED, "", shown, false);
        }
        String own = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return named(at, end + 3, Form.SHORTCODE, own);
    }

    /** A shortcode of Zola's: {@code name(key=value)}, or {@code end} of the text that one has. */
    private @Nullable Tag zola(int at, String closing) {
        int end = end(at + 2, closing);
        if (end < 0) {
            return null;
        }
        String inner = text.substring(at + 2, end).strip();
        if (inner.startsWith("/*") && inner.endsWith("*/") && inner.length() >= 4) {
            String shown = text.substring(at, at + 2) + " "
                    + inner.substring(2, inner.length() - 2).strip() + " " + closing;
            return new Tag(at, end + 2, Form.ESCAPED, "", shown, false);
        }
        boolean hasText = closing.equals("%}");
        if (hasText && inner.equals("end")) {
            return new Tag(at, end + 2, Form.STATEMENT, inner, "", true);
        }
        var call = CALL.matcher(inner);
        return call.matches()
                ? new Tag(at, end + 2, hasText ? Form.STATEMENT : Form.CALL, call.group(1), call.group(2), false)
                : null;
    }

    private @Nullable Tag statement(int at) {
        int end = end(at + 2, "%}");
        return end < 0 ? null : named(at, end + 2, Form.STATEMENT, trimmed(text.substring(at + 2, end)));
    }

    private static @Nullable Tag named(int start, int end, Form form, String inner) {
        var name = NAME.matcher(inner.strip());
        if (!name.matches() || name.group(2).isEmpty()) {
            return null;
        }
        String word = name.group(2);
        boolean isEnd =
                !name.group(1).isEmpty() || (form == Form.STATEMENT && word.length() > 3 && word.startsWith("end"));
        return new Tag(
                start, end, form, isEnd && form == Form.STATEMENT ? word.substring(3) : word, name.group(3), isEnd);
    }

    private @Nullable Tag expression(int at) {
        int end = end(at + 2, "}}");
        if (end < 0) {
            return null;
        }
        String inner = trimmed(text.substring(at + 2, end));
        boolean isTag = language == Templates.NONE
                ? EXPRESSION.matcher(inner).matches()
                : !inner.isBlank() && (inner.indexOf('{') < 0 || inner.matches("\\s*(?:\"[^\"]*\"|'[^']*')\\s*"));
        return isTag ? new Tag(at, end + 2, Form.EXPRESSION, "", inner.strip(), false) : null;
    }

    private @Nullable Tag comment(int at) {
        int end = end(at + 2, "#}");
        return end < 0 ? null : new Tag(at, end + 2, Form.COMMENT, "", "", false);
    }

    private static String trimmed(String inner) {
        String begun = inner.startsWith("-") ? inner.substring(1) : inner;
        return begun.endsWith("-") ? begun.substring(0, begun.length() - 1) : begun;
    }

    /** The next end of a tag; looked for once, however many tags begin before it. -1 if there is none nearby. */
    private int end(int from, String closing) {
        int known = ends.getOrDefault(closing, -1);
        if (known < from) {
            int found = text.indexOf(closing, from);
            known = found < 0 ? Integer.MAX_VALUE : found;
            ends.put(closing, known);
        }
        return known - from > LONGEST || isOpened(from, known) ? -1 : known;
    }

    /** Whether a quotation begins between two positions and does not end there. */
    private boolean isInQuotes(int from, int end) {
        boolean isOpen = false;
        for (int i = from; i < end; i++) {
            isOpen ^= text.charAt(i) == '"' && text.charAt(i - 1) != '\\';
        }
        return isOpen;
    }

    /** Whether another tag begins between two positions, and not in quotes; then the first one is text. */
    private boolean isOpened(int from, int end) {
        for (int i = from; i < end; i++) {
            boolean isOpening = text.charAt(i) == '{' && (text.charAt(i + 1) == '{' || text.charAt(i + 1) == '%');
            if (isOpening && text.charAt(i - 1) != '"' && text.charAt(i - 1) != '\'') {
                return true;
            }
        }
        return false;
    }
}
