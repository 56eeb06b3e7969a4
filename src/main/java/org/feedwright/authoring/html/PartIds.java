package org.feedwright.authoring.html;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;

/**
 * Ids that are unique in an entry, whose parts may use the same: those of the body stay, and those of a correction or
 * the disclaimer begin with its name, as the links to them within the part do.
 */
public final class PartIds {
    public static final String BODY = "";
    /** A heading's id has no full stop, so none is like these. */
    public static final String DISCLAIMER = "disclaimer.";

    private PartIds() {}

    /** @param number counted from 1 */
    public static String correction(int number) {
        return "correction-" + number + ".";
    }

    /** An id that stands twice stays where it stands first, which is where links to it lead. */
    public static String unique(String html, String part) {
        if (!html.contains(" id=\"")) {
            return html;
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        var ids = new HashSet<String>();
        boolean isChanged = !part.isEmpty();
        for (var element : document.select("[id]")) {
            if (!ids.add(element.id())) {
                element.removeAttr("id");
                isChanged = true;
            } else {
                element.attr("id", part + element.id());
            }
        }
        lead(document, part, ids);
        return isChanged ? document.body().html() : html;
    }

    private static void lead(Document document, String part, Set<String> ids) {
        for (var link : document.select("a[href^=#]")) {
            String id = link.attr("href").substring(1);
            if (ids.contains(id)) {
                link.attr("href", "#" + part + id);
            }
        }
    }
}
