package org.feedwright.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes every address in an HTML fragment absolute (RFC 3986 §5), because most feed readers resolve a relative address
 * wrongly or not at all. {@code #x} becomes the base address plus {@code #x}.
 */
public final class AbsoluteHtml {
    /** Attributes that run code, or load something unseen. Cleaning leaves none of them; this is a second lock. */
    private static final Pattern ACTIVE =
            Pattern.compile("on.*|data-.+|action|archive|background|classid|code|codebase|dynsrc"
                    + "|formaction|longdesc|lowsrc|manifest|ping|profile|srcdoc|style|usemap|xlink:href|xml:base");

    private static final Set<String> CODE = Set.of("pre", "code", "kbd", "samp");

    private AbsoluteHtml() {}

    /**
     * Resolves the addresses of a fragment and closes every element. White space stays as it is. Characters that XML
     * forbids are removed, also where a reference such as <code>&amp;#xFFFE;</code> hides them; then addresses that
     * would run code are removed.
     *
     * @param base the absolute address of the article
     */
    public static String resolve(String fragment, String base) {
        var reference = UriReference.of(base);
        return html(
                fragment, TextLanguage.of(null), new ElementIds(), written(address -> resolved(address, reference)));
    }

    /**
     * Resolves the addresses of an article's fragment. An address that {@code known} knows, such as the name of a file
     * beside the article, is replaced by the address where it is served. Code is marked as written from left to right
     * where the language is not.
     */
    public static String resolve(String fragment, String base, TextLanguage language, KnownAddresses known) {
        return resolve(fragment, base, language, known, new ElementIds());
    }

    /** Resolves the addresses of one part of an entry, and renames ids that other parts of the entry have taken. */
    public static String resolve(
            String fragment, String base, TextLanguage language, KnownAddresses known, ElementIds ids) {
        return fragment.isBlank()
                ? ""
                : parsed(fragment, base, language, known, ids).body().html();
    }

    /**
     * Resolves the addresses of an article's fragment, and gives a document whose body is the fragment. The document is
     * set up to be written without pretty print.
     */
    public static Document parsed(String fragment, String base, TextLanguage language, KnownAddresses known) {
        return parsed(fragment, base, language, known, new ElementIds());
    }

    /**
     * Resolves the addresses of one part of a page, renames ids that other parts of the page have taken, and gives a
     * document whose body is the part.
     */
    public static Document parsed(
            String fragment, String base, TextLanguage language, KnownAddresses known, ElementIds ids) {
        var reference = UriReference.of(base);
        return parsed(
                fragment,
                language,
                ids,
                written(address -> known.address(address).orElseGet(() -> resolved(address, reference))));
    }

    /** Lists every address in a fragment, as it was written. */
    public static List<String> addresses(String fragment) {
        var addresses = new ArrayList<String>();
        html(fragment, TextLanguage.of(null), new ElementIds(), (_, address) -> {
            addresses.add(address);
            return address;
        });
        return addresses;
    }

    /** Replaces an address; null if the address must be removed. */
    private interface Change {
        @Nullable
        String apply(AddressKind kind, String address);
    }

    /** Writes an address as a URI first, so that no reader drops anything from it, and judges its scheme afterwards. */
    private static Change written(UnaryOperator<String> resolve) {
        return (kind, address) -> {
            String resolved = resolve.apply(address);
            String uri = resolved.startsWith("data:")
                    ? resolved
                    : UriReference.of(resolved).uri();
            return kind.allows(uri) ? uri : null;
        };
    }

    private static String html(String fragment, TextLanguage language, ElementIds ids, Change change) {
        return fragment.isBlank()
                ? ""
                : parsed(fragment, language, ids, change).body().html();
    }

    private static Document parsed(String fragment, TextLanguage language, ElementIds ids, Change change) {
        var document = Jsoup.parseBodyFragment(fragment.isBlank() ? "" : fragment);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        ids.take(document);
        document.body().forEachNode(node -> {
            if (node instanceof TextNode text) {
                text.text(XmlText.legal(text.getWholeText()));
            } else if (node instanceof Element element) {
                if (language.isRightToLeft() && isCode(element)) {
                    element.attr("dir", "ltr");
                }
                change(element, change);
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

    private static void change(Element element, Change change) {
        if (element.attributesSize() == 0) {
            return;
        }
        for (Attribute attribute : element.attributes().asList()) {
            String value = changed(element, attribute, change);
            if (value == null) {
                element.removeAttr(attribute.getKey());
            } else if (!value.equals(attribute.getValue())) {
                element.attr(attribute.getKey(), value);
            }
        }
    }

    private static @Nullable String changed(Element element, Attribute attribute, Change change) {
        String value = XmlText.legal(attribute.getValue());
        var source = element.nameIs("img") ? AddressKind.IMAGE : AddressKind.MEDIA;
        return switch (attribute.getKey()) {
            case "href" -> change.apply(AddressKind.LINK, value);
            case "cite" -> change.apply(AddressKind.CITATION, value);
            // An empty address says that there is no picture; resolved, it would be the article's page.
            case "src" -> value.isBlank() ? value : change.apply(source, value);
            case "poster", "data" -> value.isBlank() ? value : change.apply(AddressKind.MEDIA, value);
            case "srcset" -> sources(value, change);
            default -> ACTIVE.matcher(attribute.getKey()).matches() ? null : value;
        };
    }

    private static @Nullable String sources(String value, Change change) {
        var changed = SourceSet.parse(value)
                .withAddresses(address -> Objects.requireNonNullElse(change.apply(AddressKind.IMAGE, address), ""))
                .with(address -> !address.isEmpty());
        return changed.candidates().isEmpty() ? null : changed.toString();
    }

    /** Resolves one address against a base address. */
    public static String resolved(String address, String base) {
        return resolved(address, UriReference.of(base));
    }

    private static String resolved(String address, UriReference base) {
        return base.resolve(AddressKind.plain(address));
    }
}
