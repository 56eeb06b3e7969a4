package org.feedwright.imports.syndication;

import java.util.Set;
import org.jsoup.nodes.Entities;

/** Writes elements of XHTML as HTML. */
final class XhtmlText {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private XhtmlText() {}

    /** What is within an element. */
    static String within(XmlNode element) {
        var html = new StringBuilder();
        element.children().forEach(child -> append(html, child));
        return html.toString();
    }

    private static void append(StringBuilder html, Object child) {
        if (!(child instanceof XmlNode element)) {
            html.append(escaped(child.toString()));
            return;
        }
        html.append('<').append(element.local());
        element.attributes().forEach((name, value) -> {
            if (!name.contains(":")) {
                html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
            }
        });
        html.append('>');
        if (!VOID.contains(element.local())) {
            element.children().forEach(each -> append(html, each));
            html.append("</").append(element.local()).append('>');
        }
    }

    static String escaped(String text) {
        return Entities.escape(text).replace("&apos;", "'");
    }
}
