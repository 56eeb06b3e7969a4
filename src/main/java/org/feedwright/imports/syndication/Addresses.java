package org.feedwright.imports.syndication;

import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.HttpAddress;
import org.feedwright.text.SourceSet;
import org.feedwright.text.SourceSet.Candidate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes the addresses in feeds whole. */
final class Addresses {
    private static final String[] ATTRIBUTES = {"href", "src", "poster", "cite", "data"};

    private Addresses() {}

    /** The whole address; null if the text is none on the web. */
    static @Nullable String whole(@Nullable String address, @Nullable String base) {
        if (address == null || address.isBlank()) {
            return null;
        }
        String plain = address.strip();
        String whole = isWhole(plain) || base == null ? plain : AbsoluteHtml.resolved(plain, base);
        try {
            HttpAddress.of(whole);
            return whole;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isWhole(String address) {
        return address.matches("(?i)[a-z][a-z0-9+.-]*:.*");
    }

    /** A fragment with whole addresses; it stays as it was written, letter by letter, if it has no others. */
    static String within(String html, @Nullable String base) {
        if (base == null || html.indexOf('<') < 0) {
            return html;
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        boolean isChanged = false;
        for (var element : document.body().select("[href], [src], [poster], [cite], [data], [srcset]")) {
            for (String attribute : ATTRIBUTES) {
                isChanged |= change(element, attribute, base);
            }
            isChanged |= changeSources(element, base);
        }
        return isChanged ? document.body().html() : html;
    }

    private static boolean change(Element element, String attribute, String base) {
        String address = element.attr(attribute).strip();
        if (!isRelative(address)) {
            return false;
        }
        element.attr(attribute, AbsoluteHtml.resolved(address, base));
        return true;
    }

    private static boolean changeSources(Element element, String base) {
        var sources = SourceSet.parse(element.attr("srcset"));
        if (sources.candidates().stream().noneMatch(each -> isRelative(each.address()))) {
            return false;
        }
        element.attr(
                "srcset",
                new SourceSet(sources.candidates().stream()
                                .map(each -> isRelative(each.address())
                                        ? new Candidate(
                                                AbsoluteHtml.resolved(each.address(), base), each.descriptors())
                                        : each)
                                .toList())
                        .toString());
        return true;
    }

    /** An address within the article itself is its own wherever it is. */
    private static boolean isRelative(String address) {
        return !address.isEmpty() && !address.startsWith("#") && !isWhole(address);
    }
}
