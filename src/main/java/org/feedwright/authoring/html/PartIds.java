package org.feedwright.authoring.html;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;

/**
 * Makes element ids unique in an entry, whose parts may use equal ids. Ids of the body stay; ids of a correction or the
 * disclaimer get the part's name as a prefix, and the links within the part follow.
 */
public final class PartIds {
    public static final String BODY = "";
    /** The prefix of ids in the disclaimer. A heading's id has no full stop, so no id of the body looks like this. */
    public static final String DISCLAIMER = "disclaimer.";

    private PartIds() {}

    /**
     * The prefix of ids in a correction.
     *
     * @param number the correction's number, from 1
     */
    public static String correction(int number) {
        return "correction-" + number + ".";
    }

    /** Prefixes the ids of a part. Of two equal ids the first stays, which is where links lead. */
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
