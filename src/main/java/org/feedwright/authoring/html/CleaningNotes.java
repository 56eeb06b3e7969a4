package org.feedwright.authoring.html;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.problem.Problem;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Tells an author, once for each kind, which elements and attributes could not stay. */
final class CleaningNotes {
    private static final int MOST = 50;
    private static final int SHOWN = 60;
    private static final String OWN_LINK = "give it a title for the link, or write a link yourself";

    private final Consumer<Note> notes;
    private final Set<String> told = new HashSet<>();

    CleaningNotes(Consumer<Note> notes) {
        this.notes = notes;
    }

    /** Notes an element that was left out or replaced. */
    void dropped(Element element) {
        switch (element.normalName()) {
            case "script" -> leftOut(element, "a script", "write what it shows as text or a picture");
            case "style" -> leftOut(element, "a style sheet", "write the text so that it needs none");
            case "template" -> leftOut(element, "a template", "write what it holds as text");
            case "base" -> leftOut(element, "<base>", "write whole addresses, https://…");
            case "button", "datalist", "input", "label", "optgroup", "option", "select", "textarea" ->
                leftOut(element, "a form", "link to a page that has it");
            case "iframe", "frame", "portal" -> frame(element);
            case "embed", "object" ->
                replaced(element, "plug-ins do not work in feeds, so a link stands there", OWN_LINK);
            case "math" ->
                replaced(
                        element,
                        "few readers of feeds show formulas (MathML), so one stands there as text such as 1/2",
                        "write it as text yourself, if it should read otherwise");
            case "svg" ->
                replaced(
                        element,
                        "few readers of feeds show drawings (SVG), so its label or title stands there",
                        "put the drawing into a file, and show it by ![what it shows](drawing.svg)");
            default -> {
                if (!element.wholeText().isBlank() || !element.data().isBlank()) {
                    unseen(sign(element) + ">", "is not shown", sign(element));
                }
            }
        }
    }

    private void frame(Element element) {
        if (Embed.of(element).isPresent()) {
            replaced(element, "frames do not work in feeds, so a link stands there", OWN_LINK);
        } else {
            leftOut(element, "a frame", "link to what it shows");
        }
    }

    void handlers(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().startsWith("on")) {
                tell(
                        "'" + attribute.getKey() + "' does not work in feeds and was left out",
                        "remove it, or write a link",
                        attribute.getKey());
            }
        }
    }

    void hidden(Element element) {
        String style = element.attr("style");
        tell("what is hidden was left out", "remove it, or show it", style.isEmpty() ? sign(element) : style);
    }

    void refused(String address) {
        String shown = Problem.visible(address.length() > SHOWN ? address.substring(0, SHOWN) + "…" : address);
        tell(
                "the address '" + shown + "' does not work in feeds and was left out",
                "write one that begins with https://; before a file's name that has a colon, write ./",
                address);
    }

    /** Notes what HTML never shows although it is no comment of the author's. */
    void unseen(String markup) {
        if (markup.startsWith("<!--[CDATA[")) { // as the parser writes it
            unseen("<![CDATA[…]]>", "is a comment in HTML", "<![CDATA[");
        } else if (markup.startsWith("<?") && !markup.startsWith("<?xml")) {
            tell("what stands in <?…?> is not run and was left out", "write what it shows", "<?");
        }
    }

    private void unseen(String around, String why, String sign) {
        tell(
                "what stands in " + around + " " + why + " and was left out",
                "write its text without it, and &lt; for <",
                sign);
    }

    /** Notes an element that HTML does not know, such as a component of MDX: what it would show is missing. */
    void unknown(Element element) {
        if (!element.tag().isKnownTag() && element.tagName().indexOf(':') < 0) {
            tell(
                    "<" + element.normalName()
                            + "> is no element of HTML; its text stays, and what else it shows is missing",
                    "write what it shows in Markdown or HTML, or &lt; for a sign that begins no element",
                    sign(element));
        }
    }

    private void leftOut(Element element, String thing, String remedy) {
        tell(thing + " does not work in feeds and was left out", remedy, sign(element));
    }

    private void replaced(Element element, String what, String remedy) {
        tell(what, remedy, sign(element));
    }

    private static String sign(Element element) {
        return "<" + element.normalName();
    }

    private void tell(String what, String remedy, String sign) {
        if (told.size() < MOST && told.add(what)) {
            notes.accept(new Note(what, remedy, sign));
        }
    }
}
