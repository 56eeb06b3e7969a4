package org.feedwright.authoring.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Recognizes elements that a browser would not show, or would show a second time. */
final class Hidden {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NOTHING = Pattern.compile("0+(?:\\.0+)?(?:[a-z%]+)?");

    private final Set<Node> withFormulas = new HashSet<>();

    /** Looks once for the places of formulas. */
    Hidden(Element body) {
        for (Element formula : body.getElementsByTag("math")) {
            for (Element around = formula.parent();
                    around != null && withFormulas.add(around);
                    around = around.parent()) {}
        }
    }

    /** Whether browsers hide an element. */
    static boolean test(Element element) {
        return isHidden(element) || isClosedDialog(element) || isHiddenByStyle(element.attr("style"));
    }

    /** Whether an element repeats what stands beside it. */
    boolean isRepetition(Element element) {
        return isSecondFormula(element) || isSignForHeading(element);
    }

    /** Whether an element has the attribute {@code hidden}; {@code until-found} does not hide it from a search. */
    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden") && !element.attr("hidden").strip().equalsIgnoreCase("until-found");
    }

    private static boolean isClosedDialog(Element element) {
        return element.nameIs("dialog") && !element.hasAttr("open");
    }

    /** Whether an element repeats the MathML beside it, which KaTeX and MathJax hide. */
    private boolean isSecondFormula(Element element) {
        return isHiddenFromVoices(element)
                && !withFormulas.contains(element)
                && !element.nameIs("math")
                && withFormulas.contains(element.parent());
    }

    /** Whether an element is the link of one sign that generators put beside each heading. */
    private static boolean isSignForHeading(Element element) {
        return element.nameIs("a")
                && isHiddenFromVoices(element)
                && element.attr("href").startsWith("#");
    }

    private static boolean isHiddenFromVoices(Element element) {
        return element.attr("aria-hidden").equalsIgnoreCase("true");
    }

    private static boolean isHiddenByStyle(String style) {
        if (style.isEmpty()) {
            return false;
        }
        var said = declarations(style);
        return said.getOrDefault("display", "").equals("none")
                || Set.of("hidden", "collapse").contains(said.getOrDefault("visibility", ""))
                || said.getOrDefault("content-visibility", "").equals("hidden")
                || said.getOrDefault("mso-hide", "").equals("all")
                || NOTHING.matcher(said.getOrDefault("opacity", "")).matches()
                || NOTHING.matcher(said.getOrDefault("font-size", "")).matches();
    }

    /** The declarations of a {@code style} attribute; of two for one property the last counts. */
    private static Map<String, String> declarations(String style) {
        var declarations = new HashMap<String, String>();
        for (String declaration :
                COMMENT.matcher(style).replaceAll("").toLowerCase(Locale.ROOT).split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        declaration.substring(0, colon).strip(),
                        declaration
                                .substring(colon + 1)
                                .replace("!important", "")
                                .strip());
            }
        }
        return declarations;
    }
}
