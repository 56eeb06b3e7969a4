package org.feedwright.document;

import java.util.ArrayList;
import java.util.List;
import org.feedwright.article.Enclosure;
import org.feedwright.entry.Entry;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Writes Media RSS (<a href="https://www.rssboard.org/media-rss">specification</a>): an entry's lead image, for which
 * Atom and RSS have no element, and the files beyond the one for which RSS has room.
 */
final class MediaMarkup {
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private MediaMarkup() {}

    /** The elements for a lead image. There are two, because some readers look for one and some for the other. */
    static List<Element> image(Entry entry) {
        if (!isOnTheWeb(entry.image())) {
            return List.of();
        }
        return List.of(
                new Element("content", MEDIA).setAttribute("url", entry.image()).setAttribute("medium", "image"),
                new Element("thumbnail", MEDIA).setAttribute("url", entry.image()));
    }

    static List<Element> files(List<Enclosure> enclosures) {
        var elements = new ArrayList<Element>();
        for (var enclosure : enclosures) {
            var content = new Element("content", MEDIA)
                    .setAttribute("url", enclosure.url())
                    .setAttribute("type", enclosure.type())
                    .setAttribute("medium", medium(enclosure.type()));
            if (enclosure.length() > 0) {
                content.setAttribute("fileSize", Long.toString(enclosure.length()));
            }
            if (enclosure.duration() != null) {
                content.setAttribute(
                        "duration", Long.toString(enclosure.duration().toSeconds()));
            }
            if (enclosure.title() != null) {
                content.addContent(new Element("title", MEDIA).setText(enclosure.title()));
            }
            elements.add(content);
        }
        return elements;
    }

    private static boolean isOnTheWeb(@Nullable String address) {
        return address != null && address.matches("(?i)https?://.*");
    }

    private static String medium(String type) {
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "image" -> "image";
            case "audio" -> "audio";
            case "video" -> "video";
            default -> "document";
        };
    }
}
