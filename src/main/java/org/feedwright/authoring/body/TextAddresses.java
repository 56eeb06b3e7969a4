package org.feedwright.authoring.body;

import java.util.EnumSet;
import org.jsoup.nodes.Entities;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Makes links of the web addresses in a text without markup, with the brackets that belong to them. */
final class TextAddresses {
    private static final LinkExtractor EXTRACTOR =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();
    /** Characters that an address may contain, but not at its end. */
    private static final String NO_ENDS = "’‘`*_~";

    private TextAddresses() {}

    /** The text as HTML, with links. */
    static String linked(String text) {
        if (!text.contains("://")) {
            return Entities.escape(text);
        }
        var html = new StringBuilder(text.length() + 64);
        int begin = 0;
        while (begin < text.length()) {
            int end = AddressEnds.next(text, begin + 1);
            linked(text.substring(begin, end), html);
            begin = end;
        }
        return html.toString();
    }

    private static void linked(String text, StringBuilder html) {
        int written = 0;
        for (LinkSpan link : EXTRACTOR.extractLinks(text)) {
            int end = end(text, link);
            String address = text.substring(link.getBeginIndex(), end);
            if (address.regionMatches(true, 0, "http", 0, 4)) {
                String url = Entities.escape(address);
                html.append(Entities.escape(text.substring(written, link.getBeginIndex())))
                        .append("<a href=\"" + url + "\">" + url + "</a>");
                written = end;
            }
        }
        html.append(Entities.escape(text.substring(written)));
    }

    private static int end(String text, LinkSpan link) {
        int end = link.getEndIndex();
        while (end > link.getBeginIndex() && NO_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
