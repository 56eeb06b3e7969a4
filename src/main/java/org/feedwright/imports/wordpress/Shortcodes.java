package org.feedwright.imports.wordpress;

import java.util.Locale;
import java.util.Set;
import org.feedwright.imports.ImportReport;

/** Translates the tags that WordPress itself knows, and names all others, which stay as they are. */
final class Shortcodes {
    private static final Set<String> AROUND =
            Set.of("caption", "wp_caption", "embed", "code", "sourcecode", "audio", "video", "playlist", "gallery");

    /** What is behind their names is an address, or what only their own site understands. */
    private static final Set<String> WITH_ADDRESS =
            Set.of("tweet", "twitter", "instagram", "soundcloud", "spotify", "youtube", "vimeo");

    private final ShortcodeHtml html;
    private final ImportReport report;
    private final String title;
    private final String text;
    private final Markup markup;
    private final StringBuilder out = new StringBuilder();

    Shortcodes(String text, Library library, WxrItem item, ImportReport report) {
        this.text = text;
        this.markup = new Markup(text);
        this.html = new ShortcodeHtml(library, item, report);
        this.report = report;
        this.title = "'" + item.title() + "'";
    }

    String translated() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '<' ? markup.verbatimEnd(i) : c == '[' ? bracket(i) : -1;
            if (c == '<' && end > 0) {
                out.append(text, i, end); // an example of a tag is none
            } else if (end < 0) {
                out.append(c);
            }
            i = end < 0 ? i + 1 : end;
        }
        return out.toString();
    }

    /** Appends what stands for the tag at a bracket, and returns the position behind it; -1 if there is none. */
    private int bracket(int start) {
        if (text.startsWith("[[", start)) {
            return escaped(start);
        }
        String name = markup.name(start);
        int end = name.isEmpty() ? -1 : markup.tagEnd(start, '[', ']');
        boolean isEnd = text.startsWith("[/", start);
        if (end < 0 || isEnd) {
            return -1;
        }
        String attributes = text.substring(start + 1 + name.length(), end - 1).strip();
        boolean isAlone = attributes.endsWith("/");
        int close = isAlone ? -1 : markup.indexOf("[/" + name + "]", end);
        boolean isAround = close >= 0 && AROUND.contains(name.toLowerCase(Locale.ROOT));
        var translated = html.of(Shortcode.of(
                name.toLowerCase(Locale.ROOT),
                isAlone ? attributes.substring(0, attributes.length() - 1) : attributes,
                isAround ? text.substring(end, close) : ""));
        if (translated.isPresent()) {
            out.append(translated.get());
            return isAround ? close + name.length() + 3 : end;
        }
        boolean isKnown = WITH_ADDRESS.contains(name.toLowerCase(Locale.ROOT)) && !attributes.isEmpty();
        boolean isNamedSo = attributes.contains("=") || name.contains("_") || name.contains("-");
        if (isAlone || close >= 0 || isNamedSo || isKnown) {
            report.unknownTag("[" + name + "]", title); // others are words, such as [sic]
        }
        return -1;
    }

    /** {@code [[gallery]]} is how one writes of galleries. */
    private int escaped(int start) {
        int end = markup.name(start + 1).isEmpty() ? -1 : markup.tagEnd(start + 1, '[', ']');
        if (end < 0 || !text.startsWith("]", end)) {
            return -1;
        }
        out.append(text, start + 1, end);
        return end + 1;
    }
}
