package org.feedwright.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.feedwright.article.XmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes every address in an HTML fragment absolute (RFC 3986 §5), because most readers resolve a relative
 * one against nothing, or against themselves. {@code #x} becomes the base plus {@code #x}.
 */
public final class AbsoluteHtml {
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\n\\r]");

    private static final Set<String> CODE = Set.of("pre", "code", "kbd", "samp");

    private AbsoluteHtml() {}

    /**
     * The fragment with its addresses resolved and every element closed. White space stays as it is; what
     * XML forbids is gone also where it was hidden in a reference such as {@code &#xFFFE;}.
     *
     * @param base the absolute address of the article
     */
    public static String resolve(String fragment, String base) {
        var reference = Reference.of(base);
        return withAddresses(fragment, Language.of(null), address -> resolved(address, reference));
    }

    /**
     * The same; what names a file beside the article leads to where that file is served, and code stays from
     * left to right also where the language is not.
     */
    public static String resolve(String fragment, String base, Language language, LocalMedia media) {
        return fragment.isBlank()
                ? ""
                : parsed(fragment, base, language, media).body().html();
    }

    /** The same as a document, in whose body the fragment is; it writes itself as it should be written. */
    public static Document parsed(String fragment, String base, Language language, LocalMedia media) {
        var reference = Reference.of(base);
        return parsed(
                fragment, language, address -> media.address(address).orElseGet(() -> resolved(address, reference)));
    }

    /** Every address in a fragment, as it was written. */
    public static List<String> addresses(String fragment) {
        var addresses = new ArrayList<String>();
        withAddresses(fragment, Language.of(null), address -> {
            addresses.add(address);
            return address;
        });
        return addresses;
    }

    private static String withAddresses(String fragment, Language language, UnaryOperator<String> change) {
        return fragment.isBlank()
                ? ""
                : parsed(fragment, language, change).body().html();
    }

    private static Document parsed(String fragment, Language language, UnaryOperator<String> change) {
        var document = Jsoup.parseBodyFragment(fragment.isBlank() ? "" : fragment);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        document.body().forEachNode(node -> {
            if (node instanceof TextNode text) {
                text.text(XmlText.legal(text.getWholeText()));
                return;
            }
            if (language.isRightToLeft() && node instanceof Element element && isCode(element)) {
                element.attr("dir", "ltr");
            }
            for (Attribute attribute : node.attributes()) {
                String value = changed(attribute, change);
                if (!value.equals(attribute.getValue())) {
                    attribute.setValue(value);
                }
            }
        });
        return document;
    }

    private static boolean isCode(Element element) {
        return CODE.contains(element.normalName())
                && !element.hasAttr("dir")
                && !"pre"
                        .equals(
                                element.parent() == null
                                        ? null
                                        : element.parent().normalName());
    }

    private static String changed(Attribute attribute, UnaryOperator<String> change) {
        String value = XmlText.legal(attribute.getValue());
        return switch (attribute.getKey()) {
            case "href", "cite" -> change.apply(value);
            // An empty one says that there is no picture; resolved it would be the article's page.
            case "src", "poster", "data" -> value.isBlank() ? value : change.apply(value);
            case "srcset" -> SourceSet.parse(value).withAddresses(change).toString();
            default -> value;
        };
    }

    /** One address resolved. */
    public static String resolved(String address, String base) {
        return resolved(address, Reference.of(base));
    }

    /** Line breaks, and white space around it, do not belong to an address (URL standard, "basic URL parser"). */
    private static String resolved(String address, Reference base) {
        return base.resolve(LINE_BREAKS.matcher(address.strip()).replaceAll(""));
    }
}
