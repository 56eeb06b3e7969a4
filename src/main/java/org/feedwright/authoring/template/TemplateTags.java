package org.feedwright.authoring.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.template.Tag.Form;
import org.feedwright.feed.Conventions.Templates;
import org.jsoup.nodes.Entities;

/**
 * Translates the template tags of a text. Tags in code stay as they are, but for those that only keep a generator from
 * reading it ({@code raw}, and Hugo's comments). {@code docs/templates.md} has the lists.
 */
public final class TemplateTags {
    private static final Set<String> LINKS = Set.of("link", "post_url");
    private static final Pattern BLOCK = Pattern.compile("\\s*<(?:/?(?:blockquote|details)|figure|pre)\\b");
    private static final Set<String> RAW = Set.of("raw", "verbatim");

    private final String source;
    private final Site site;
    private final List<Range> code;
    private final boolean isCodeHtml;
    private final TagScanner scanner;
    private final TagNotes notes = new TagNotes();
    private final List<Range> verbatim = new ArrayList<>();
    private final Set<String> unclosed = new HashSet<>();
    private final TranslatedText out = new TranslatedText();
    private int position;
    private int nextCode;

    private TemplateTags(String source, Site site, List<Range> code, boolean isCodeHtml) {
        this.source = source;
        this.site = site;
        this.code = code;
        this.isCodeHtml = isCodeHtml;
        this.scanner = new TagScanner(source, site.language());
    }

    /**
     * Translates a text.
     *
     * @param code finds the code in a text, in order
     * @param isHtml whether the text is HTML, in whose code signs are escaped
     * @param notes receives what was left out, or stays as it was written
     */
    public static Translation translate(
            String source, Site site, Function<String, List<Range>> code, boolean isHtml, Consumer<Note> notes) {
        if (new TagScanner(source, site.language()).next(0) == null) {
            return Translation.none(source);
        }
        var ranges = code.apply(source);
        if (site.language() == Templates.NONE) {
            new TemplateTags(source, site, ranges, isHtml).count(notes);
            return Translation.none(source);
        }
        var tags = new TemplateTags(source, site, ranges, isHtml);
        var translated = tags.translated();
        if (tags.verbatim.stream().anyMatch(range -> mayBeMistaken(source.substring(range.start(), range.end())))) {
            tags = new TemplateTags(source, site, code.apply(tags.masked()), isHtml);
            translated = tags.translated();
        }
        tags.notes
                .list(
                        " is not among those that are translated, and was taken out; text between two tags stays",
                        "write what it shows in Markdown or HTML")
                .forEach(notes);
        return translated;
    }

    /** Whether text between tags holds signs that begin code outside of it. */
    private static boolean mayBeMistaken(String text) {
        return text.indexOf('`') >= 0 || text.contains("~~~");
    }

    private String masked() {
        var masked = new StringBuilder(source);
        for (var range : verbatim) {
            for (int i = range.start(); i < range.end(); i++) {
                if (source.charAt(i) == '`' || source.charAt(i) == '~') {
                    masked.setCharAt(i, 'x');
                }
            }
        }
        return masked.toString();
    }

    private void count(Consumer<Note> told) {
        for (var tag = scanner.next(0); tag != null; tag = scanner.next(tag.end())) {
            out.skip(source, position, tag.start());
            position = tag.start();
            if (!isInCode(tag.start()) && !tag.isEnd() && tag.form() != Form.ESCAPED) {
                notes.add(tag, out.line());
            }
        }
        notes.list(
                        " stays as it is written, for templates are not run",
                        "say 'templates: hugo', jekyll, eleventy, hexo or zola in feed.yaml if that program reads it, or put it"
                                + " between backticks to show it")
                .forEach(told);
    }

    private Translation translated() {
        var dialect = Dialect.of(site);
        for (var tag = scanner.next(0); tag != null; tag = scanner.next(position)) {
            out.copy(source, position, tag.start());
            position = tag.start();
            if (isInCode(tag.start())) {
                inCode(tag);
            } else {
                translate(tag, dialect);
            }
        }
        out.copy(source, position, source.length());
        return out.translation(source);
    }

    /** Hugo and Zola have no such tag, but a theme's may be called so. */
    private static boolean isRaw(Tag tag) {
        return tag.form() == Form.STATEMENT && RAW.contains(tag.name());
    }

    private boolean isInCode(int at) {
        while (nextCode < code.size() && code.get(nextCode).end() <= at) {
            nextCode++;
        }
        return nextCode < code.size() && code.get(nextCode).start() <= at;
    }

    private void inCode(Tag tag) {
        if (tag.form() == Form.ESCAPED) {
            replace(tag.end(), isCodeHtml ? Entities.escape(tag.text()) : tag.text());
        } else if (tag.form() == Form.STATEMENT && RAW.contains(tag.name())) {
            boolean isLine = isAlone(tag.start(), tag.end()) && tag.end() < source.length();
            replace(isLine ? source.indexOf('\n', tag.end()) + 1 : tag.end(), "");
        } else {
            out.copy(source, tag.start(), tag.end());
            position = tag.end();
        }
    }

    private void translate(Tag tag, Dialect dialect) {
        switch (tag.form()) {
            case ESCAPED -> replace(tag.end(), Entities.escape(tag.text()));
            case COMMENT -> replace(tag.end(), "");
            case EXPRESSION -> {
                String value = dialect.value(tag.text());
                if (value == null) {
                    notes.add(tag, out.line());
                }
                replace(tag.end(), value == null || isBeforeLink(tag) ? "" : value);
            }
            default -> {
                if (!tag.isEnd() && dialect.isVerbatim(tag) && verbatim(tag, dialect)) {
                    return;
                }
                boolean isLeft = isRaw(tag) || dialect.isVerbatim(tag);
                var piece = isLeft ? Piece.NOTHING : dialect.piece(tag);
                if (piece == null && !tag.isEnd()) {
                    notes.add(tag, out.line());
                }
                replace(tag.start(), tag.end(), piece == null ? Piece.NOTHING : piece);
            }
        }
    }

    /** Whether the site's address is written before a tag that gives a whole address by itself, as Jekyll 3 wanted it. */
    private boolean isBeforeLink(Tag tag) {
        int at = tag.end();
        if (!tag.text().startsWith("site.") || !source.startsWith("{", at)) {
            return false;
        }
        var next = scanner.next(at);
        boolean isSecond = next != null && next.start() == at && next.text().equals("site.baseurl");
        if (next != null && isSecond) {
            at = next.end();
            next = scanner.next(at);
        }
        return next != null && next.start() == at && LINKS.contains(next.name());
    }

    /** Replaces a pair with the text in it; false if it has no end. */
    private boolean verbatim(Tag tag, Dialect dialect) {
        if (unclosed.contains(tag.name())) {
            return false;
        }
        var end = scanner.next(tag.end());
        while (end != null && !(end.isEnd() && end.name().equals(tag.name()))) {
            end = scanner.next(end.end());
        }
        if (end == null) {
            unclosed.add(tag.name());
            return false;
        }
        int from = tag.end();
        int to = end.start();
        verbatim.add(new Range(from, to));
        String text = source.substring(from, to);
        if (RAW.contains(tag.name())) {
            out.skip(source, tag.start(), tag.end());
            out.copy(source, from, to);
            position = to;
            replace(end.end(), "");
        } else {
            replace(tag.start(), end.end(), dialect.verbatim(tag, text));
        }
        return true;
    }

    private void replace(int start, int end, Piece piece) {
        if (isAlone(start, end)) {
            replace(end, piece.block());
        } else {
            boolean isOnLine = beginsLine(start) || piece.inline().startsWith("\n");
            replace(end, isOnLine && isBlock(piece.inline()) ? piece.inline() + "\n\n" : piece.inline());
        }
    }

    /** Whether HTML that begins a line would take the lines behind it for HTML, which the tag does not. */
    private static boolean isBlock(String html) {
        return BLOCK.matcher(html).lookingAt();
    }

    private boolean beginsLine(int at) {
        int line = source.lastIndexOf('\n', at - 1) + 1;
        return at - line < 4 && source.substring(line, at).isBlank();
    }

    private void replace(int end, String with) {
        out.add(with);
        out.skip(source, position, end);
        position = end;
    }

    /** Whether nothing else stands on the lines of a part of the text. */
    private boolean isAlone(int start, int end) {
        int before = start;
        while (before > 0 && " \t>".indexOf(source.charAt(before - 1)) >= 0) {
            before--;
        }
        int after = end;
        while (after < source.length() && " \t\r".indexOf(source.charAt(after)) >= 0) {
            after++;
        }
        return (before == 0 || source.charAt(before - 1) == '\n')
                && (after == source.length() || source.charAt(after) == '\n');
    }
}
