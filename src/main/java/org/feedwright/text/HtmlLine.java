package org.feedwright.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads an HTML fragment aloud on one line, for places that carry plain text only. An exponent stays an exponent
 * ({@code 10⁶}), struck text is left out, a picture becomes its alternative text, and text in another line, cell or
 * item is kept apart from the text before it.
 */
public final class HtmlLine implements NodeFilter {
    private static final Set<String> APART = Set.of("br", "td", "th", "mtd", "mtr");
    private static final Set<String> ITEMS = Set.of("li", "tr");
    private static final String SENTENCE_ENDS = ".,:;!?…。，、：；！？";

    /** The elements whose text is changed, and how. */
    private static final Map<String, UnaryOperator<String>> SAID = Map.of(
            "sup", Script::raised,
            "sub", Script::lowered,
            "q", text -> "“" + text + "”",
            "rt", text -> "(" + text + ")",
            "msqrt", text -> "√" + Script.group(text));
    /** The elements of MathML whose children are changed, and how, by the position of the child. */
    private static final Map<String, Map<Integer, UnaryOperator<String>>> OF_CHILDREN = Map.of(
            "mfrac", Map.of(0, text -> Script.group(text) + "/", 1, Script::group),
            "msup", Map.of(1, Script::raised),
            "msub", Map.of(1, Script::lowered),
            "msubsup", Map.of(1, Script::lowered, 2, Script::raised));

    private final StringBuilder line = new StringBuilder();
    private final Deque<Integer> starts = new ArrayDeque<>();
    /**
     * The position in the line at which an exponent or index that follows {@code ^} or {@code _} ends; -1 if there is
     * none.
     */
    private int scriptEnd = -1;

    private boolean isBehindUnseen;

    private HtmlLine() {}

    /** The fragment as text; empty if the fragment shows no text. */
    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return XmlText.line(html);
        }
        var reading = new HtmlLine();
        Jsoup.parseBodyFragment(html).body().filter(reading);
        return XmlText.line(reading.line.toString());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (UnseenElements.has(element)) {
                isBehindUnseen = true;
                return FilterResult.SKIP_ENTIRELY;
            }
            return begin(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult begin(Element element) {
        String name = element.normalName();
        if (ITEMS.contains(name)) {
            item(element);
        } else if (APART.contains(name) || (element.isBlock() && !name.equals("body"))) {
            apart();
        }
        if (name.equals("img")) {
            append(element.attr("alt"));
        } else if (name.equals("svg")) {
            append(picture(element));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (said(element) != null) {
            starts.push(line.length());
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            var said = said(element);
            if (said != null) {
                int start = Math.min(starts.pop(), line.length());
                String text = line.substring(start).strip();
                line.setLength(start);
                line.append(text.isEmpty() ? "" : said.apply(text));
                scriptEnd = Script.isSigned(line, start) ? line.length() : -1;
            } else if (element.isBlock() || APART.contains(element.normalName())) {
                apart();
            }
        }
        return FilterResult.CONTINUE;
    }

    private static @Nullable UnaryOperator<String> said(Element element) {
        String name = element.normalName();
        var before = element.previousElementSibling();
        if (name.equals("rt") && before != null && before.normalName().equals("rp")) {
            return null;
        }
        var parent = element.parent();
        var ofChildren = parent == null ? null : OF_CHILDREN.get(parent.normalName());
        return ofChildren == null ? SAID.get(name) : ofChildren.get(place(before));
    }

    /** The position of an element among its siblings: 0, 1, or 2 for all further ones. */
    private static int place(@Nullable Element before) {
        if (before == null) {
            return 0;
        }
        return before.previousElementSibling() == null ? 1 : 2;
    }

    private static String picture(Element svg) {
        var title = svg.selectFirst("> title");
        return title == null || svg.hasAttr("aria-label") ? svg.attr("aria-label") : title.text();
    }

    /**
     * Keeps a word apart from an exponent written as {@code x^y} before it, and from a word before text that is left
     * out.
     */
    private void append(String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean isWord = Character.isLetterOrDigit(text.codePointAt(0));
        boolean isNumber = text.length() > 1 && Character.isDigit(text.charAt(1));
        if ((isWord && scriptEnd == line.length()) || (isBehindUnseen && (isWord || isNumber))) {
            apart();
        }
        isBehindUnseen = false;
        line.append(text);
    }

    private void apart() {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    /** Writes a list as "Prices: copper 5; zinc 6". */
    private void item(Element item) {
        int end = line.length();
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        boolean isFirst = item.previousElementSibling() == null;
        if (end > 0 && SENTENCE_ENDS.indexOf(line.charAt(end - 1)) < 0 && !(isFirst && item.nameIs("tr"))) {
            line.setLength(end);
            line.append(isFirst ? ':' : ';');
        }
        apart();
    }
}
