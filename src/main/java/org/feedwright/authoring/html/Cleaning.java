package org.feedwright.authoring.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.text.AddressKind;
import org.feedwright.text.SourceSet;
import org.feedwright.text.XmlText;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Copies HTML element by element, and leaves out what does not work in feeds. It copies because removing elements one
 * by one from a long row of siblings costs more with each sibling.
 */
final class Cleaning implements NodeFilter {
    /** Far more characters than anyone writes; formatting that is left open is opened again in each paragraph. */
    private static final int MOST_CHARACTERS = 6_000_000;

    private static final Set<String> SECTIONS =
            Set.of("article", "aside", "blockquote", "body", "details", "div", "figure", "footer", "header", "section");
    private static final Set<String> LOADED = Set.of("audio", "img", "source", "track", "video");

    private final CleaningNotes notes;
    private final Hidden hidden;
    private final Document clean = Document.createShell("");
    private final Deque<Element> open = new ArrayDeque<>();
    private Element destination = clean.body();
    private int links;
    private int characters;

    Cleaning(Element body, CleaningNotes notes) {
        this.notes = notes;
        this.hidden = new Hidden(body);
    }

    Document clean() {
        return clean;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof DataNode data && node.parent() instanceof Element parent && parent.nameIs("xmp")) {
            append(data.getWholeData());
        } else if (node instanceof Element element && depth > 0) {
            return copy(element);
        } else if (node instanceof Comment || node instanceof ProcessingInstruction) {
            notes.unseen(node.outerHtml());
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult copy(Element element) {
        notes.handlers(element);
        if (hidden.isRepetition(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (Hidden.test(element)) {
            notes.hidden(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.nameIs("math")) {
            notes.dropped(element);
            append(MathText.of(element));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.nameIs("svg")) {
            notes.dropped(element);
            append(Drawing.words(element));
            return FilterResult.SKIP_ENTIRELY;
        }
        var embed = Embed.of(element);
        if (embed.isPresent()) {
            notes.dropped(element);
            append(embed.get());
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isLeftOut(element)) {
            notes.dropped(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        return kept(element);
    }

    private boolean isLeftOut(Element element) {
        return switch (element.normalName()) {
            case "noscript" -> element.childrenSize() == 0 || LazyImage.isSecond(element);
            case "img" -> LazyImage.isEmptyBesideNoscript(element);
            case "label" -> element.closest("form") != null;
            case "input" -> {
                append(Drawing.box(element));
                yield true;
            }
            default -> Elements.isDropped(element);
        };
    }

    private FilterResult kept(Element element) {
        String name = Elements.kept(element);
        if (name.isEmpty()) {
            notes.unknown(element);
        }
        if (name.isEmpty() || (name.equals("a") && links > 0)) {
            return FilterResult.CONTINUE;
        }
        var copy = new Element(name);
        copyAttributes(name, element, copy);
        if (name.equals("img") && !copy.hasAttr("src")) {
            append(element.attr("alt"));
            return FilterResult.CONTINUE;
        }
        if (name.equals("source") && !copy.hasAttr("src") && !copy.hasAttr("srcset")) {
            return FilterResult.CONTINUE;
        }
        links += name.equals("a") ? 1 : 0;
        destination.appendChild(copy);
        destination = copy;
        open.push(element);
        return FilterResult.CONTINUE;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // this element and not one that is equal
    public FilterResult tail(Node node, int depth) {
        if (node == open.peek()) {
            var copy = destination;
            open.pop();
            links -= copy.nameIs("a") ? 1 : 0;
            destination = copy.parent() == null ? clean.body() : copy.parent();
            if (copy.childNodeSize() == 0 && !copy.nameIs(((Element) node).normalName())) {
                copy.remove(); // such as a form that is empty now
            }
        } else if (node instanceof Element element && (element.nameIs("legend") || element.nameIs("label"))) {
            append(" ");
        }
        return FilterResult.CONTINUE;
    }

    private void append(String text) {
        if (!text.isEmpty()) {
            count(text.length());
            destination.appendChild(new TextNode(XmlText.legal(text)));
        }
    }

    private void append(Embed embed) {
        count(embed.address().length() + embed.words().length());
        var element = new Element(embed.kind());
        switch (embed.kind()) {
            case "a" -> element.attr("href", embed.address()).text(embed.words());
            case "img" ->
                element.attr("src", embed.address())
                        .attr("alt", embed.words().equals(embed.address()) ? "" : embed.words());
            default -> element.attr("src", embed.address()).attr("controls", true);
        }
        if (links > 0 && embed.kind().equals("a")) {
            append(embed.words());
        } else if (SECTIONS.contains(destination.normalName())) {
            destination.appendElement("p").appendChild(element);
        } else {
            if (destination.lastChild() instanceof Element
                    || (destination.lastChild() instanceof TextNode text
                            && !text.getWholeText().endsWith(" "))) {
                append(" ");
            }
            destination.appendChild(element);
        }
    }

    private void copyAttributes(String name, Element from, Element to) {
        count(2 * name.length() + 5);
        for (Attribute attribute : from.attributes()) {
            if (Elements.keeps(name, from, attribute)) {
                set(to, attribute.getKey(), value(name, from, attribute.getKey()));
            }
        }
        for (String key : LOADED.contains(name) ? List.of("src", "srcset") : List.<String>of()) {
            if (!from.hasAttr(key)) {
                set(to, key, value(name, from, key));
            }
        }
        if (name.equals("img") && !to.hasAttr("src")) {
            set(to, "src", LazyImage.firstOf(set(from, to)));
        }
        if (name.equals("a") && !to.hasAttr("id") && !from.attr("name").isBlank()) {
            set(to, "id", from.attr("name"));
        }
        if (name.equals("audio") || name.equals("video")) {
            to.attr("controls", true); // readers start nothing by themselves
        }
    }

    private static String value(String name, Element from, String key) {
        if (LOADED.contains(name) && key.equals("src")) {
            return LazyImage.source(from);
        }
        return LOADED.contains(name) && key.equals("srcset") ? LazyImage.sourceSet(from) : from.attr(key);
    }

    /** The {@code srcset} of a picture, or of the {@code source} before it in the same {@code picture}. */
    private static String set(Element from, Element to) {
        var before = from.previousElementSibling();
        return to.hasAttr("srcset") || before == null || !before.nameIs("source")
                ? to.attr("srcset")
                : LazyImage.sourceSet(before);
    }

    private void set(Element to, String key, String written) {
        String value = XmlText.legal(written);
        count(key.length() + value.length() + 4);
        switch (key) {
            case "srcset" -> {
                String safe = SourceSet.parse(value)
                        .with(address -> isSafe(AddressKind.IMAGE, address))
                        .toString();
                if (!safe.isEmpty() && (to.nameIs("img") || to.nameIs("source"))) {
                    to.attr(key, safe);
                }
            }
            case "href", "src", "poster", "cite" -> {
                boolean isNothing = value.isBlank() && !key.equals("href");
                if (!isNothing && isSafe(kind(to, key), value)) {
                    to.attr(key, value);
                }
            }
            default -> to.attr(key, value);
        }
    }

    private boolean isSafe(AddressKind kind, String address) {
        boolean isSafe = kind.allows(address);
        if (!isSafe) {
            notes.refused(address);
        }
        return isSafe;
    }

    private static AddressKind kind(Element element, String key) {
        return switch (key) {
            case "href" -> AddressKind.LINK;
            case "cite" -> AddressKind.CITATION;
            default -> element.nameIs("img") ? AddressKind.IMAGE : AddressKind.MEDIA;
        };
    }

    private void count(int more) {
        characters += more;
        if (characters > MOST_CHARACTERS) {
            throw new TooMuch(
                    String.format(Locale.ROOT, "it becomes more than %,d characters of HTML", MOST_CHARACTERS),
                    TooMuch.PART);
        }
    }
}
