package org.feedwright.imports.wordpress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes paragraphs of texts in which empty lines part them, as WordPress does whenever it shows a text of its classic
 * editor: an empty line begins a paragraph, and the end of a line breaks it.
 */
final class Paragraphs {
    private static final Set<String> BLOCKS = names("""
            address article aside blockquote caption center col colgroup dd details dialog dir
            div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr
            legend li main map menu nav ol p pre script section style summary table tbody td
            textarea tfoot th thead tr ul""");

    /** In which all text stands in paragraphs. */
    private static final Set<String> OF_PARAGRAPHS = Set.of("", "blockquote");

    /** In which text stands in paragraphs where an empty line parts it. */
    private static final Set<String> PERHAPS = names("""
            article aside center dd details div fieldset footer form header li main nav section
            td th""");

    /** Between whose elements there is no text, so that the ends of lines mean nothing. */
    private static final Set<String> STRUCTURE = names("""
            ul ol dl menu dir table thead tbody tfoot tr colgroup figure map hgroup""");

    /** The elements that end where one of this name begins; a paragraph ends where any block begins. */
    private static final Map<String, Set<String>> IMPLIED = Map.of(
            "li", Set.of("p", "li"),
            "dt", Set.of("p", "dt", "dd"),
            "dd", Set.of("p", "dt", "dd"),
            "td", Set.of("p", "td", "th"),
            "th", Set.of("p", "td", "th"));

    private static final Set<String> VOID = Set.of("hr", "col");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\u00A0]*+\\n\\s*+");
    private static final Pattern BREAK = Pattern.compile("(?i)(?:<br\\s{0,5}/?>)?[ \\t]{0,20}\\n");

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Paragraphs() {}

    private static Set<String> names(String list) {
        return Set.of(list.split("\\s+", -1));
    }

    static String of(String text) {
        return new Paragraphs().read(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private String read(String text) {
        var markup = new Markup(text);
        int done = 0;
        for (int tag = text.indexOf('<'); tag >= 0; tag = text.indexOf('<', Math.max(done, tag + 1))) {
            int end = tokenEnd(text, markup, tag);
            if (end > 0) {
                run.append(text, done, tag);
                token(text.substring(tag, end));
                done = end;
            }
        }
        run.append(text, done, text.length());
        endRun();
        return out.toString().replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** The position behind a comment, a tag, or an element that is taken as a whole; -1 if none begins here. */
    private static int tokenEnd(String text, Markup markup, int start) {
        if (text.startsWith("<!--", start)) {
            return markup.commentEnd(start);
        }
        String name = markup.name(start);
        int end = name.isEmpty() ? -1 : markup.tagEnd(start, '<', '>');
        boolean isWhole = end > 0 && text.charAt(start + 1) != '/' && isOpaque(name.toLowerCase(Locale.ROOT));
        int elementEnd = isWhole ? markup.elementEnd(name, start) : -1;
        return elementEnd > 0 ? elementEnd : end;
    }

    private void token(String token) {
        if (token.startsWith("<!--")) {
            endRun();
            out.append(token).append('\n');
            return;
        }
        boolean isEnd = token.startsWith("</");
        String name = new Markup(token).name(0).toLowerCase(Locale.ROOT);
        if (!BLOCKS.contains(name)) {
            run.append(token.replace('\n', ' '));
            return;
        }
        endRun();
        if (!isEnd && IMPLIED.getOrDefault(name, Set.of("p")).contains(open.isEmpty() ? "" : open.peek())) {
            open.pop();
        }
        out.append(token);
        if (isEnd) {
            close(name);
        } else if (!VOID.contains(name) && !isOpaque(name) && !token.endsWith("/>")) {
            open.push(name);
        }
        if (isEnd || VOID.contains(name) || isOpaque(name)) {
            out.append('\n');
        }
    }

    /** Whether a token is the whole element with all that is in it. */
    private static boolean isOpaque(String name) {
        return switch (name) {
            case "pre", "script", "style", "textarea", "svg", "math", "object", "audio", "video", "select" -> true;
            default -> false;
        };
    }

    /** People forget end tags: one ends all elements within its own. */
    private void close(String name) {
        if (open.contains(name)) {
            while (!open.pop().equals(name)) {
                // was left open
            }
        }
    }

    /** Writes the text before a block. */
    private void endRun() {
        String text = run.toString();
        run.setLength(0);
        String parent = open.isEmpty() ? "" : open.peek();
        if (text.isBlank() || STRUCTURE.contains(parent)) {
            out.append(text.isBlank() ? (text.contains("\n") ? "\n" : text) : text);
            return;
        }
        boolean isParted = EMPTY_LINE.matcher(text).find();
        boolean isWrapped = OF_PARAGRAPHS.contains(parent) || (PERHAPS.contains(parent) && isParted);
        if (!isWrapped) {
            out.append(broken(withoutEmptyEnds(text)));
            return;
        }
        for (String part : EMPTY_LINE.split(text.strip(), -1)) {
            out.append("<p>").append(broken(part.strip())).append("</p>\n");
        }
    }

    /** Without the line breaks at both ends; a space there may part words. */
    private static String withoutEmptyEnds(String text) {
        String stripped = text.strip();
        int start = text.indexOf(stripped);
        boolean breaksBefore = text.substring(0, start).contains("\n");
        boolean breaksAfter = text.substring(start + stripped.length()).contains("\n");
        return (breaksBefore ? "" : text.substring(0, start))
                + stripped
                + (breaksAfter ? "" : text.substring(start + stripped.length()));
    }

    private static String broken(String text) {
        return BREAK.matcher(text).replaceAll("<br>\n");
    }
}
