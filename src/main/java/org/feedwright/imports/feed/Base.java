package org.feedwright.imports.feed;

import java.util.List;
import java.util.Locale;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.SourceSet;
import org.feedwright.text.XmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The address against which others are resolved (RFC 3986 §5).
 *
 * @param address null if nobody knows it; then relative addresses stay as they are
 */
record Base(@Nullable String address) {
    /** The longest of books have a tenth. */
    private static final int MOST_TAGS = 100_000;

    private static final List<String> NAMES = List.of("href", "src", "poster", "cite", "data", "srcset");

    /** The base of an element: {@code xml:base}, wherever it is stated (XML Base §3). */
    static Base of(Element element, @Nullable String document) {
        var parent = element.parent();
        var outer = parent == null ? new Base(document) : of(parent, document);
        return element.hasAttr("xml:base") ? new Base(outer.resolve(element.attr("xml:base"))) : outer;
    }

    /** The whole address, or the address as it is if it cannot be resolved. */
    String resolve(String reference) {
        String line = XmlText.line(reference);
        return address == null ? line : AbsoluteHtml.resolved(line, address);
    }

    @Nullable
    String resolveOrNull(@Nullable String reference) {
        return reference == null ? null : resolve(reference);
    }

    /**
     * The fragment with whole addresses. What leads to a part of the article itself does so in a new place too.
     *
     * @param own the article's address
     * @return an empty text for a fragment that would take seconds to read, each time it is read
     */
    String html(String fragment, @Nullable String own) {
        if (fragment.chars().filter(c -> c == '<').count() > MOST_TAGS) {
            return "";
        }
        var document = Jsoup.parseBodyFragment(fragment);
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        boolean isChanged = false;
        for (String name : NAMES) {
            for (var element : body.select("[" + name + "]")) {
                String before = element.attr(name);
                String after = name.equals("srcset") ? set(before) : within(before, own);
                if (!after.equals(before.strip())) {
                    element.attr(name, after);
                    isChanged = true;
                }
            }
        }
        return isChanged ? body.html() : fragment;
    }

    private String within(String reference, @Nullable String own) {
        String line = reference.strip();
        if (own != null && line.startsWith(own + "#")) {
            return line.substring(own.length());
        }
        return line.startsWith("#") || line.isEmpty() ? line : resolve(line);
    }

    private String set(String candidates) {
        String resolved =
                SourceSet.parse(candidates).withAddresses(this::resolve).toString();
        return resolved.toLowerCase(Locale.ROOT).equals(candidates.strip().toLowerCase(Locale.ROOT))
                ? candidates.strip()
                : resolved;
    }
}
