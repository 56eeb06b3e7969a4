package org.feedwright.feed;

import org.feedwright.article.XmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;

/**
 * Makes every address in an HTML fragment absolute (RFC 3986 §5), because most readers resolve a relative
 * one against nothing, or against themselves. {@code #x} becomes the base plus {@code #x}.
 */
public final class AbsoluteHtml {
    private AbsoluteHtml() {}

    /**
     * The fragment with its addresses resolved and every element closed. White space stays as it is.
     *
     * @param base the absolute address of the article
     */
    public static String resolve(String fragment, String base) {
        if (fragment.isBlank()) {
            return "";
        }
        var document = Jsoup.parseBodyFragment(fragment);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        for (Element element : document.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                resolve(attribute, base);
            }
        }
        // The parser has decoded references, and "&#xFFFE;" is a character that XML forbids.
        return XmlText.legal(document.body().html());
    }

    private static void resolve(Attribute attribute, String base) {
        String value = attribute.getValue();
        switch (attribute.getKey()) {
            case "href", "cite" -> attribute.setValue(resolved(value, base));
            case "src", "poster", "data" -> {
                // An empty one says that there is no picture; resolved it would be the article's page.
                if (!value.isBlank()) {
                    attribute.setValue(resolved(value, base));
                }
            }
            case "srcset" ->
                attribute.setValue(SourceSet.parse(value)
                        .withAddresses(address -> resolved(address, base))
                        .toString());
            default -> {}
        }
    }

    /** One address resolved. Line breaks and white space around it do not belong to it (HTML §2.4.1). */
    public static String resolved(String address, String base) {
        return Reference.resolve(address.strip().replaceAll("[\\t\\n\\r]", ""), base);
    }
}
