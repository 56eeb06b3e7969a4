package org.feedwright.authoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.SimpleHtml.Element.Kind;

/**
 * HTML of the kind that most Markdown becomes: paragraphs, headings, lists, quotations, code, emphasis and links
 * to the web, each closed, and where it may stand.
 *
 * <p>Cleaning makes a tree of such HTML and writes the same tree. Here it is only read through, which costs a
 * twentieth. Whatever is not on this short list is for {@link CleanHtml} to judge.
 */
final class SimpleHtml {
    private static final int DEEPEST = 50;

    private static final Pattern WITH_ATTRIBUTE = Pattern.compile(
            "a href=\"https?://(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$'()*+,;=%]|&amp;)*\"|code class=\"language-[A-Za-z0-9+#._-]*\"");

    private static final Map<String, Element> ELEMENTS = Map.ofEntries(
            entry("blockquote", Kind.SECTION),
            entry("li", Kind.ITEM),
            entry("ul", Kind.LIST),
            entry("ol", Kind.LIST),
            entry("p", Kind.LINES),
            entry("h1", Kind.LINES),
            entry("h2", Kind.LINES),
            entry("h3", Kind.LINES),
            entry("h4", Kind.LINES),
            entry("h5", Kind.LINES),
            entry("h6", Kind.LINES),
            entry("pre", Kind.LINES),
            entry("a", Kind.PHRASE),
            entry("code", Kind.PHRASE),
            entry("del", Kind.PHRASE),
            entry("em", Kind.PHRASE),
            entry("strong", Kind.PHRASE));

    private final String html;
    private final StringBuilder clean;
    private final Deque<Element> open = new ArrayDeque<>();
    private boolean isInList;
    private int copied;

    private SimpleHtml(String html) {
        this.html = html;
        this.clean = new StringBuilder(html.length());
    }

    /** What cleaning would make of it; empty if that cannot be told without a tree. */
    static Optional<String> cleaned(String html) {
        var reading = new SimpleHtml(html);
        return reading.isRead() ? Optional.of(reading.clean.toString().strip()) : Optional.empty();
    }

    record Element(String name, Kind kind) {
        enum Kind {
            /** Holds all kinds but items. */
            SECTION,
            /** The same, in a list. */
            ITEM,
            /** Holds items. */
            LIST,
            /** Holds text and phrases. */
            LINES,
            /** The same, within lines. */
            PHRASE
        }
    }

    private static final Element ROOT = new Element("", Kind.SECTION);

    private static Map.Entry<String, Element> entry(String name, Kind kind) {
        return Map.entry(name, new Element(name, kind));
    }

    private boolean isRead() {
        open.push(ROOT);
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            int next = isPlain(c) && !isInList ? i + 1 : next(i, c);
            if (next < 0) {
                return false;
            }
            i = next;
        }
        clean.append(html, copied, html.length());
        return open.size() == 1;
    }

    /** Reads on from a character; returns where the next thing begins, or a negative number if this is not simple. */
    private int next(int at, char c) {
        if (c == '<') {
            int end = html.indexOf('>', at);
            return end >= 0 && isTag(at, end) ? end + 1 : -1;
        }
        if (c == '\n' || c == ' ') {
            return at + 1;
        }
        if (isInList) {
            return -1;
        }
        if (c == '&') {
            return entity(at);
        }
        if (c == '\u00A0') {
            replace(at, at + 1, "&nbsp;");
            return at + 1;
        }
        if (Character.isHighSurrogate(c)) {
            boolean isPair = at + 1 < html.length() && Character.isLowSurrogate(html.charAt(at + 1));
            return isPair ? at + 2 : -1;
        }
        return isPlain(c) ? at + 1 : -1;
    }

    /** Whether it stands for itself, in a text and in HTML. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F
                ? c != '<' && c != '>' && c != '&'
                : c > 0xA0 && !Character.isSurrogate(c) && c < 0xFFFE;
    }

    private int entity(int at) {
        if (html.startsWith("&quot;", at)) {
            replace(at, at + 6, "\"");
            return at + 6;
        }
        if (html.startsWith("&amp;", at)) {
            return at + 5;
        }
        return html.startsWith("&lt;", at) || html.startsWith("&gt;", at) ? at + 4 : -1;
    }

    private boolean isTag(int at, int end) {
        String tag = html.substring(at + 1, end);
        if (tag.startsWith("/")) {
            boolean isOpen = open.pop().name().equals(tag.substring(1)) && !open.isEmpty();
            isInList = isOpen && top().kind() == Kind.LIST;
            return isOpen;
        }
        if (tag.equals("br /") || tag.equals("hr /")) {
            replace(at, end + 1, "<" + tag.substring(0, 2) + ">");
            return holds(tag.equals("hr /") ? Kind.LINES : Kind.PHRASE);
        }
        boolean hasAttribute = tag.indexOf(' ') >= 0;
        var element = ELEMENTS.get(hasAttribute ? tag.substring(0, tag.indexOf(' ')) : tag);
        if (element == null || hasAttribute && !WITH_ATTRIBUTE.matcher(tag).matches()) {
            return false;
        }
        // A line feed there is none of the text, and gone in the tree.
        boolean isOdd = tag.equals("pre") && html.startsWith("\n", end + 1);
        boolean isWithinItself = element.kind() == Kind.PHRASE && open.contains(element);
        if (isOdd || isWithinItself || !holds(element.kind()) || open.size() > DEEPEST) {
            return false;
        }
        open.push(element);
        isInList = element.kind() == Kind.LIST;
        return true;
    }

    private Element top() {
        return open.element();
    }

    private boolean holds(Kind kind) {
        return switch (top().kind()) {
            case SECTION, ITEM -> kind != Kind.ITEM;
            case LIST -> kind == Kind.ITEM;
            case LINES, PHRASE -> kind == Kind.PHRASE;
        };
    }

    private void replace(int from, int to, String by) {
        clean.append(html, copied, from).append(by);
        copied = to;
    }
}
