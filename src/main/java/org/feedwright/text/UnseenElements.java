package org.feedwright.text;

import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements of HTML that are left out where a text is read aloud, because nobody sees their text as it is. */
final class UnseenElements {
    private static final Set<String> NAMES = Set.of(
            "annotation",
            "annotation-xml",
            "audio",
            "button",
            "canvas",
            "datalist",
            "del",
            "head",
            "iframe",
            "noscript",
            "option",
            "s",
            "script",
            "select",
            "strike",
            "style",
            "template",
            "textarea",
            "title",
            "video");

    /** The sign of a link that leads from a footnote back to its reference. */
    private static final String BACK = "↩";

    private UnseenElements() {}

    static boolean has(Element element) {
        return NAMES.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || (element.normalName().equals("a") && isBack(element.text()));
    }

    /** Whether the text of a link is "↩", or "2↩" where a footnote is referred to twice. */
    private static boolean isBack(String link) {
        return link.endsWith(BACK) && link.length() < 8;
    }
}
