package org.feedwright.export;

import java.nio.charset.StandardCharsets;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Address;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.page.PageCopy;

/** Which file holds what: names that a server finds by the decoded address alone. */
final class ExportPaths {
    /** What was taken back, for a server that says so. */
    static final String GONE = "gone";

    /** The further parts of the front page, which its address tells by a query. */
    static final String FRONT = "front";

    static final String PAGE = ".html";

    /** Of a name on the disk, less the endings of pages and of compressed files. */
    private static final int LONGEST = 255 - 8; // bytes

    private ExportPaths() {}

    static String document(LogicalFeed logicalFeed, int archive, FeedFormat format) {
        return file(new Address.Document(logicalFeed, archive, format.extension()));
    }

    /** The name of a file, without the ending of a page. */
    static String file(Address address) {
        return address.decoded().substring(1);
    }

    static String file(PageCopy page) {
        if (page.path().equals("/")) {
            return page.number() == 1 ? "index" + PAGE : FRONT + "/" + page.number() + PAGE;
        }
        String path = page.path().substring(1);
        boolean isPage = page.path().startsWith(Address.FEEDS) || page.path().startsWith(Address.ARTICLES);
        String file = isPage ? page(path) : path;
        return page.status() == 410 ? GONE + "/" + file : file;
    }

    /** A slug may be as long as a name can be; its page then has a directory of that name. */
    static String page(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST ? path + "/index" + PAGE : path + PAGE;
    }
}
