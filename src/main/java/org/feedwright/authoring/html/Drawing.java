package org.feedwright.authoring.html;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Replaces drawn elements (SVG, check boxes) by text. */
final class Drawing {
    private Drawing() {}

    /** The label of an SVG, or its title; empty if it has neither or is mere decoration. */
    static String words(Element svg) {
        if (svg.attr("aria-hidden").equalsIgnoreCase("true")) {
            return "";
        }
        return Stream.of(svg.attr("aria-label"), child(svg, "title"), child(svg, "desc"))
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String child(Element svg, String name) {
        return svg.children().stream()
                .filter(child -> child.nameIs(name))
                .findFirst()
                .map(Element::text)
                .orElse("");
    }

    /** The sign for the check box of a task. */
    static String box(Element input) {
        if (!input.attr("type").equalsIgnoreCase("checkbox") || input.closest("form") != null) {
            return "";
        }
        return input.hasAttr("checked") ? "☑ " : "☐ ";
    }
}
