package org.feedwright.imports.syndication;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.text.HtmlLine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An entry's HTML, taken apart as Feedwright puts it together: a text, and the disclaimer behind it. Of others it
 * is all text.
 *
 * @param disclaimer HTML; null if there is none
 */
record EntryText(String html, @Nullable String disclaimer) {
    private static final String HEADING = "<hr><h2>Disclaimer</h2>";
    private static final Pattern DIRECTED = Pattern.compile("(?s)<div lang=\"[^\"]*\" dir=\"rtl\">(.*)</div>");
    private static final Set<String> IN_LINES = Set.of("br", "b", "i", "em", "strong", "a", "wbr", "span");

    /** Signs of a text that goes on elsewhere. */
    private static final Pattern CUT =
            Pattern.compile("(?is).*(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.]|&hellip;|read more|continue reading|read the rest)\\W*");

    private static final int SHORT = 1_000; // characters

    static EntryText of(String html) {
        var directed = DIRECTED.matcher(html.strip());
        String whole = directed.matches() && isOne(html) ? directed.group(1) : html;
        int start = whole.lastIndexOf(HEADING);
        return start < 0
                ? new EntryText(whole, null)
                : new EntryText(whole.substring(0, start), whole.substring(start + HEADING.length()));
    }

    private static boolean isOne(String html) {
        return Jsoup.parseBodyFragment(html).body().childrenSize() == 1;
    }

    /** The points of a list of plain texts; nothing if the HTML is anything else. */
    List<String> points() {
        var body = Jsoup.parseBodyFragment(html).body();
        var list = body.childrenSize() == 1 ? body.child(0) : null;
        boolean isList = list != null
                && list.nameIs("ul")
                && body.ownText().isBlank()
                && list.ownText().isBlank()
                && list.children().stream().allMatch(EntryText::isPoint);
        return isList && list != null
                ? list.children().stream().map(item -> HtmlLine.of(item.html())).toList()
                : List.of();
    }

    private static boolean isPoint(Element item) {
        return item.nameIs("li") && item.childrenSize() == 0 && !item.ownText().isBlank();
    }

    /** Whether a text that is all an entry has seems to be only its beginning. */
    static boolean isCut(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        String text = body.text();
        boolean isPlain = body.select("*").stream().allMatch(each -> each == body || IN_LINES.contains(each.normalName()));
        return CUT.matcher(text).matches() || (isPlain && text.length() < SHORT);
    }
}
