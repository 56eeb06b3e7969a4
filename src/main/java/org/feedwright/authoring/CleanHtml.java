package org.feedwright.authoring;

import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * HTML without what could act or hide: no scripts, event handlers, styles, forms, frames or plug-ins, and
 * only addresses that a reader may follow. What was written around them stays.
 */
final class CleanHtml {
    private static final String[] WEB = {"http", "https"};
    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("abbr", "aside", "article", "audio", "bdi", "bdo", "del", "details", "dfn", "figcaption", "figure")
            .addTags("footer", "header", "hr", "ins", "kbd", "mark", "picture", "rp", "rt", "ruby", "s", "samp")
            .addTags("section", "source", "summary", "time", "track", "var", "video", "wbr")
            .addAttributes(":all", "id", "lang", "dir", "title")
            .addAttributes("a", "href", "hreflang", "rel")
            .addAttributes("audio", "src", "controls", "preload")
            .addAttributes("code", "class")
            .addAttributes("del", "cite", "datetime")
            .addAttributes("details", "open")
            .addAttributes("img", "src", "srcset", "sizes", "alt", "width", "height")
            .addAttributes("ins", "cite", "datetime")
            .addAttributes("li", "value")
            .addAttributes("ol", "start", "type", "reversed")
            .addAttributes("source", "src", "srcset", "sizes", "type", "media")
            .addAttributes("td", "align")
            .addAttributes("th", "align")
            .addAttributes("time", "datetime")
            .addAttributes("track", "src", "kind", "srclang", "label", "default")
            .addAttributes("video", "src", "poster", "controls", "width", "height", "preload")
            .addProtocols("a", "href", "http", "https", "mailto", "tel", "ftp", "sms", "xmpp", "magnet", "geo")
            .addProtocols("audio", "src", WEB)
            .addProtocols("blockquote", "cite", WEB)
            .addProtocols("del", "cite", WEB)
            .addProtocols("img", "src", "http", "https", "data")
            .addProtocols("img", "srcset", WEB)
            .addProtocols("ins", "cite", WEB)
            .addProtocols("q", "cite", WEB)
            .addProtocols("source", "src", WEB)
            .addProtocols("source", "srcset", WEB)
            .addProtocols("track", "src", WEB)
            .addProtocols("video", "src", WEB)
            .addProtocols("video", "poster", WEB)
            .preserveRelativeLinks(true);

    /** Only to tell relative addresses from foreign schemes; it appears nowhere. */
    private static final String ANY_BASE = "https://base.invalid/";

    private CleanHtml() {}

    static String of(String html) {
        return of(html, _ -> {});
    }

    /** @param notes is told what could not stay as it was written */
    static String of(String html, Consumer<Note> notes) {
        var unchangedWhiteSpace = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(html, ANY_BASE, ALLOWED, unchangedWhiteSpace).strip();
    }
}
