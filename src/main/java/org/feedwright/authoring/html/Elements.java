package org.feedwright.authoring.html;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Sorts HTML elements into three lists: kept, dropped with their text, and unwrapped, which are all others. */
final class Elements {
    /**
     * The elements and attributes that are kept. Schemes of addresses are judged by {@link
     * org.feedwright.text.AddressKind}.
     */
    private static final Safelist KEPT = Safelist.relaxed()
            .removeProtocols("a", "href", "ftp", "http", "https", "mailto")
            .removeProtocols("blockquote", "cite", "http", "https")
            .removeProtocols("cite", "cite", "http", "https")
            .removeProtocols("img", "src", "http", "https")
            .removeProtocols("q", "cite", "http", "https")
            .addTags("abbr", "aside", "article", "audio", "bdi", "bdo", "del", "details", "dfn", "figcaption", "figure")
            .addTags("footer", "header", "hr", "ins", "kbd", "mark", "picture", "rp", "rt", "ruby", "s", "samp")
            .addTags("section", "source", "summary", "time", "track", "var", "video", "wbr")
            .addAttributes(":all", "id", "lang", "dir", "title")
            .addAttributes("a", "href", "hreflang", "rel")
            .addAttributes("audio", "src", "controls", "preload")
            .addAttributes("code", "class")
            .addAttributes("del", "cite", "datetime")
            .addAttributes("details", "open")
            .addAttributes("img", "src", "srcset", "sizes", "alt", "width", "height")
            .addAttributes("ins", "cite", "datetime")
            .addAttributes("li", "value")
            .addAttributes("ol", "start", "type", "reversed")
            .addAttributes("source", "src", "srcset", "sizes", "type", "media")
            .addAttributes("td", "align")
            .addAttributes("th", "align")
            .addAttributes("time", "datetime")
            .addAttributes("track", "src", "kind", "srclang", "label", "default")
            .addAttributes("video", "src", "poster", "controls", "width", "height", "preload");

    /** Elements that contain no text of an article, or text that browsers do not show. */
    private static final Set<String> DROPPED = Set.of(
            "base",
            "basefont",
            "bgsound",
            "button",
            "command",
            "datalist",
            "embed",
            "frame",
            "frameset",
            "head",
            "iframe",
            "input",
            "keygen",
            "link",
            "meta",
            "noembed",
            "noframes",
            "optgroup",
            "option",
            "param",
            "portal",
            "script",
            "select",
            "selectedcontent",
            "style",
            "template",
            "textarea",
            "title");

    /**
     * Elements that become a {@code div} when they are unwrapped: else their words and numbers would join the text
     * around them.
     */
    private static final Set<String> BLOCKS =
            Set.of("address", "center", "dialog", "fieldset", "form", "hgroup", "main", "marquee", "nav", "search");

    private static final Set<String> LISTS = Set.of("menu", "dir");
    private static final Set<String> VERBATIM = Set.of("listing", "plaintext", "xmp");
    private static final Set<String> TABLE = Set.of("table", "thead", "tbody", "tfoot", "tr", "colgroup");

    private Elements() {}

    static boolean isDropped(Element element) {
        return DROPPED.contains(element.normalName());
    }

    /** The name under which an element is kept; empty if only its content is kept. */
    static String kept(Element element) {
        String name = element.normalName();
        if (KEPT.isSafeTag(name)) {
            return name;
        }
        var parent = element.parent();
        if (parent != null && TABLE.contains(parent.normalName())) {
            return "";
        }
        if (BLOCKS.contains(name)) {
            return "div";
        }
        if (LISTS.contains(name)) {
            return "ul";
        }
        return VERBATIM.contains(name) ? "pre" : "";
    }

    static boolean keeps(String name, Element element, Attribute attribute) {
        return KEPT.isSafeAttribute(name, element, attribute);
    }
}
