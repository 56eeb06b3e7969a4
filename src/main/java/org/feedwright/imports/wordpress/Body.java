package org.feedwright.imports.wordpress;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.imports.ImportReport;

/** The text of an item as HTML, made of what WordPress' editors have stored. */
final class Body {
    private static final Pattern BLOCK = Pattern.compile("/?wp:([a-z][a-z0-9_/-]*).*", Pattern.DOTALL);
    private static final Pattern REUSED = Pattern.compile("wp:block\\s+\\{.*\"ref\":\\s*\"?(\\d+).*/", Pattern.DOTALL);

    /** The address of a film or the like, alone in its line: WordPress shows what is there. */
    private static final Pattern ADDRESS_ALONE =
            Pattern.compile("(?im)^[ \\t]{0,20}(https?://[^\\s<>\"\\[\\]]+)[ \\t]{0,20}$");

    private static final int DEEPEST = 5; // reusable blocks within each other

    private final Library library;
    private final WxrItem item;
    private final ImportReport report;
    private final Set<String> leftOut = new HashSet<>();

    Body(Library library, WxrItem item, ImportReport report) {
        this.library = library;
        this.item = item;
        this.report = report;
    }

    String html() {
        String stored = item.fields().getOrDefault("content:encoded", "").replace("\r\n", "\n");
        String translated = new Shortcodes(withoutBlocks(stored, 0), library, item, report).translated();
        String linked = linked(translated);
        return stored.contains("<!-- wp:") ? linked.replaceAll("\\n{3,}", "\n\n") : Paragraphs.of(linked);
    }

    /** The comments by which the editor finds its blocks say nothing to readers; reusable blocks are put in. */
    private String withoutBlocks(String text, int depth) {
        var markup = new Markup(text);
        var out = new StringBuilder();
        int done = 0;
        for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", done)) {
            int end = markup.commentEnd(start);
            if (end < 0) {
                break;
            }
            out.append(text, done, start);
            String comment =
                    text.substring(start + 4, Math.max(start + 4, end - 3)).strip();
            out.append(comment(comment, depth, text.substring(start, end)));
            done = end;
        }
        return out.append(text, done, text.length()).toString();
    }

    private String comment(String comment, int depth, String whole) {
        if (comment.equals("nextpage")) {
            return "";
        }
        var block = BLOCK.matcher(comment);
        if (!block.matches()) {
            return whole;
        }
        var reused = REUSED.matcher(comment);
        var content = reused.matches() && depth < DEEPEST ? library.block(reused.group(1)) : null;
        if (content != null) {
            return withoutBlocks(content, depth + 1);
        }
        if (comment.endsWith("/")) {
            return made(block.group(1), comment);
        }
        return "";
    }

    /** What WordPress makes anew of a block for each reader, as far as the export has it. */
    private String made(String block, String comment) {
        String html = switch (block) {
            case "footnotes" -> Footnotes.html(item);
            case "social-link" -> Profile.html(comment);
            default -> "";
        };
        if (html.isEmpty() && leftOut.add(block)) {
            report.note(
                    "the block " + block + ", which WordPress makes anew for each reader, is left out of",
                    item.title());
        }
        return html;
    }

    private static String linked(String text) {
        var markup = new Markup(text);
        var out = new StringBuilder();
        var address = ADDRESS_ALONE.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
        int done = 0;
        for (int tag = text.indexOf('<'); tag >= 0; tag = text.indexOf('<', tag + 1)) {
            int end = markup.verbatimEnd(tag);
            if (end > 0) {
                linked(text, address.region(done, tag), done, out);
                out.append(text, tag, end);
                done = end;
                tag = end - 1;
            }
        }
        linked(text, address.region(done, text.length()), done, out);
        return out.toString();
    }

    private static void linked(String text, Matcher address, int start, StringBuilder out) {
        int done = start;
        while (address.find()) {
            out.append(text, done, address.start()).append(ShortcodeHtml.link(address.group(1)));
            done = address.end();
        }
        out.append(text, done, address.regionEnd());
    }
}
