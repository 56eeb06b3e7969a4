package org.feedwright.feed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;

/**
 * Makes every address in an HTML fragment absolute (RFC 3986 §5), because most readers resolve a relative
 * one against nothing, or against themselves. {@code #x} becomes the base plus {@code #x}.
 */
public final class AbsoluteHtml {
    private static final List<String> ADDRESSES = List.of("href", "src", "poster", "cite", "data");

    private AbsoluteHtml() {}

    /**
     * The fragment with its addresses resolved.
     *
     * @param base the absolute address of the article
     */
    public static String resolve(String fragment, String base) {
        if (fragment.isBlank()) {
            return "";
        }
        var document = Jsoup.parseBodyFragment(fragment, base);
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        for (String attribute : ADDRESSES) {
            document.select("[" + attribute + "]")
                    .forEach(element -> element.attr(attribute, resolved(element.attr(attribute), base)));
        }
        document.select("[srcset]").forEach(element -> element.attr("srcset", sources(element.attr("srcset"), base)));
        return document.body().html();
    }

    /** One address resolved; one that cannot be is left as it is. */
    public static String resolved(String address, String base) {
        String resolved = StringUtil.resolve(base, address.strip());
        return resolved.isEmpty() ? address : resolved;
    }

    /** Each candidate is an address, then perhaps a width or density (HTML §4.8.4.2.1). */
    private static String sources(String candidates, String base) {
        return Arrays.stream(candidates.split("(?<=[\\s,]|^),|,(?=\\s)|(?<=\\s\\d{1,5}[wx]),"))
                .map(String::strip)
                .filter(candidate -> !candidate.isEmpty())
                .map(candidate -> {
                    String[] parts = candidate.split("\\s+", 2);
                    return resolved(parts[0], base) + (parts.length == 2 ? " " + parts[1] : "");
                })
                .collect(Collectors.joining(", "));
    }
}
