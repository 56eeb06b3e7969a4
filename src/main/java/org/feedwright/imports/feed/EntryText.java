package org.feedwright.imports.feed;

import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.text.HtmlLine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of an entry, taken apart: what a service like this one puts around a body is set apart again.
 *
 * @param summary plain text; null where there are highlights, or nothing
 * @param disclaimer Markdown
 * @param body HTML
 */
record EntryText(
        List<String> highlights,
        @Nullable String summary,
        @Nullable String disclaimer,
        String body) {
    private static final Pattern DISCLAIMER =
            Pattern.compile("(?is)^(.*)<hr\\s*/?>\\s*<h2[^>]*>\\s*Disclaimer\\s*</h2>\\s*(.*)$");

    /** What means something in Markdown besides itself. */
    private static final Pattern MARKS = Pattern.compile("[*_`\\[\\]<>&\\\\~#]|https?://|^\\s*(?:[-+|=]|\\d+[.)])");

    static EntryText of(@Nullable String summary, @Nullable String content) {
        String whole = content == null ? "" : withoutDirection(content);
        String lead = summary == null ? "" : withoutDirection(summary);
        var end = DISCLAIMER.matcher(whole.isEmpty() ? lead : whole);
        String disclaimer = end.matches() ? end.group(2).strip() : null;
        if (end.matches()) {
            whole = whole.isEmpty() ? "" : end.group(1).strip();
            lead = whole.isEmpty() && content == null ? end.group(1).strip() : lead;
        }
        var points = Highlights.of(lead).orElse(List.of());
        if (!points.isEmpty() && whole.startsWith(lead)) {
            whole = whole.substring(lead.length()).strip();
        }
        String line = points.isEmpty() ? HtmlLine.of(lead) : "";
        return new EntryText(
                points, line.isEmpty() ? null : line, disclaimer == null ? null : markdown(disclaimer), whole);
    }

    /** What is within the element that states a direction for readers that do not know the feed's language. */
    private static String withoutDirection(String html) {
        if (!html.startsWith("<div lang=")) {
            return html.strip();
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        boolean isWrapped = body.childNodeSize() == 1
                && body.child(0).attributesSize() == 2
                && body.child(0).attr("dir").equals("rtl");
        return isWrapped ? body.child(0).html().strip() : html.strip();
    }

    /** Paragraphs of plain text as such; all else as HTML, which Markdown lets through. */
    private static String markdown(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        boolean isPlain = body.ownText().isBlank()
                && body.children().stream().allMatch(EntryText::isPlain)
                && !MARKS.matcher(body.wholeText()).find();
        if (!isPlain) {
            return html.replaceAll("\\n\\s*\\n", "\n");
        }
        return String.join("\n\n", body.children().stream().map(Element::text).toList());
    }

    private static boolean isPlain(Element block) {
        return block.normalName().equals("p") && block.childrenSize() == 0;
    }
}
