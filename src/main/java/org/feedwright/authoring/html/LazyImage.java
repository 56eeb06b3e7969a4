package org.feedwright.authoring.html;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.feedwright.text.AddressKind;
import org.feedwright.text.SourceSet;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the addresses of pictures and recordings that a script would load later; feeds run no scripts. */
final class LazyImage {
    private static final List<String> SOURCES = List.of(
            "data-src",
            "data-lazy-src",
            "data-original",
            "data-lazy",
            "data-orig-file",
            "data-full-src",
            "data-hi-res-src",
            "data-actualsrc",
            "data-url");
    private static final List<String> SOURCE_SETS =
            List.of("data-srcset", "data-lazy-srcset", "data-original-set", "data-sizes-srcset");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?:.*/)?(?:1x1|blank|clear|dummy|empty|gr[ae]y|lazy|load(?:er|ing)|pixel|placeholder|spacer|trans(?:parent)?)"
                    + "[^/?#]*\\.(?:gif|jpe?g|png|svg|webp)(?:[?#].*)?",
            Pattern.DOTALL);

    private LazyImage() {}

    /** The address that is shown in the end; empty if there is none. */
    static String source(Element element) {
        String source = element.attr("src");
        String lazy = isPlaceholder(source) ? first(element, SOURCES) : "";
        return lazy.isEmpty() ? source : lazy;
    }

    /** The addresses for several widths ({@code srcset}); empty if there are none. */
    static String sourceSet(Element element) {
        String lazy = first(element, SOURCE_SETS);
        String set = element.attr("srcset");
        return lazy.isEmpty() || (!set.isBlank() && !set.strip().startsWith("data:")) ? set : lazy;
    }

    /** The first address in a set; empty if there is none. */
    static String firstOf(String set) {
        var candidates = SourceSet.parse(set).candidates();
        return candidates.isEmpty() ? "" : candidates.getFirst().address();
    }

    /** Whether a {@code noscript} holds a second copy of the picture beside it. */
    static boolean isSecond(Element noscript) {
        return noscript.selectFirst("img") != null
                && (isShown(beside(noscript, false)) || isShown(beside(noscript, true)));
    }

    /** Whether a picture has no address of its own, and only the {@code noscript} beside it has one. */
    static boolean isEmptyBesideNoscript(Element image) {
        return !isShown(image) && (isNoscript(beside(image, true)) || isNoscript(beside(image, false)));
    }

    private static boolean isNoscript(@Nullable Element element) {
        return element != null && element.nameIs("noscript") && element.selectFirst("img") != null;
    }

    private static boolean isShown(@Nullable Element image) {
        return image != null
                && image.nameIs("img")
                && (!isPlaceholder(source(image)) || !sourceSet(image).isBlank());
    }

    private static @Nullable Element beside(Element element, boolean isAfter) {
        Node node = isAfter ? element.nextSibling() : element.previousSibling();
        if (node instanceof TextNode text && text.isBlank()) {
            node = isAfter ? node.nextSibling() : node.previousSibling();
        }
        return node instanceof Element beside ? beside : null;
    }

    private static boolean isPlaceholder(String source) {
        String address = source.strip().toLowerCase(Locale.ROOT);
        return address.isEmpty()
                || address.startsWith("data:")
                || address.equals("about:blank")
                || address.equals("#")
                || PLACEHOLDER.matcher(address).matches();
    }

    private static String first(Element element, List<String> keys) {
        return keys.stream()
                .map(element::attr)
                .filter(value -> !value.isBlank() && AddressKind.IMAGE.allows(firstOf(value)))
                .findFirst()
                .orElse("");
    }
}
