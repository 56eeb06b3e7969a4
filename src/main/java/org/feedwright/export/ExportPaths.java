package org.feedwright.export;

import java.nio.charset.StandardCharsets;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.page.PageCopy;

/** Which file holds what: names that a server finds by the decoded address alone. */
final class ExportPaths {
    /** What was taken back, for a server that says so. */
    static final String GONE = "gone";

    /** The further parts of the front page, which its address tells by a query. */
    static final String FRONT = "front";

    private static final String PAGE = ".html";

    /** Of a name on the disk, less the endings of pages and of compressed files. */
    private static final int LONGEST = 255 - 8; // bytes

    private ExportPaths() {}

    static String document(LogicalFeed strand, int archive, FeedFormat format) {
        return "feeds/" + strand + (archive == 0 ? "" : "/archive/" + archive) + "." + format.extension();
    }

    static String file(PageCopy page) {
        if (page.path().equals("/")) {
            return page.number() == 1 ? "index" + PAGE : FRONT + "/" + page.number() + PAGE;
        }
        String path = page.path().substring(1);
        boolean isPage = path.startsWith("feeds/") || path.startsWith("articles/");
        String file = isPage ? page(path) : path;
        return page.status() == 410 ? GONE + "/" + file : file;
    }

    /** A slug may be as long as a name can be; its page then has a directory of that name. */
    static String page(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST ? path + "/index" + PAGE : path + PAGE;
    }
}
