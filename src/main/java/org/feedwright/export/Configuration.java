package org.feedwright.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Feed;
import org.feedwright.page.PageCopy;

/** Gathers what a web server has to be told beyond the files, and writes it for nginx and for Caddy. */
final class Configuration {
    private static final Path BROTLI = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

    private final Map<String, String> documentFields;
    private final String home;

    /** The header fields of each kind of page, which all of a kind have alike. */
    private final SortedMap<Kind, Map<String, String>> fields = new ConcurrentSkipListMap<>();

    private final SortedSet<String> gone = new ConcurrentSkipListSet<>();
    private final SortedSet<FeedName> retired = new ConcurrentSkipListSet<>();
    private final SortedMap<FeedName, FeedName> moved = new TreeMap<>();
    private final SortedMap<FeedName, String> hubs = new TreeMap<>();

    /** What is sent in one way. */
    enum Kind {
        PAGE,
        ASSET_CSS,
        ASSET_SVG,
        OPML,
        TEXT,
        XML;

        static Kind of(String path) {
            return switch (path.substring(path.lastIndexOf('/') + 1).replaceFirst("^.*\\.", "")) {
                case "opml" -> OPML;
                case "txt" -> path.equals("/robots.txt") ? TEXT : PAGE;
                case "css" -> path.startsWith("/assets/") ? ASSET_CSS : PAGE;
                case "svg" -> path.startsWith("/assets/") ? ASSET_SVG : PAGE;
                case "xml" -> path.startsWith("/sitemap") ? XML : PAGE;
                default -> PAGE;
            };
        }
    }

    Configuration(Map<String, String> documentFields, String home) {
        this.documentFields = documentFields;
        this.home = home;
    }

    void add(PageCopy page) {
        if (page.status() == 410) {
            gone.add(page.path());
        } else if (!page.path().startsWith("/articles/")) {
            fields.putIfAbsent(Kind.of(page.path()), page.fields());
        }
    }

    void add(Feed feed) {
        if (feed.isRetired()) {
            retired.add(feed.name());
        }
        if (!feed.definition().hubs().isEmpty()) {
            hubs.put(
                    feed.name(),
                    feed.definition().hubs().stream()
                            .map(hub -> ", <" + hub + ">; rel=\"hub\"")
                            .collect(Collectors.joining()));
        }
    }

    void move(FeedName from, FeedName to) {
        moved.put(from, to);
    }

    /** The files, by their names. */
    Map<String, byte[]> files(Path root) {
        var files = new LinkedHashMap<String, byte[]>();
        var nginx = new NginxConfiguration(this, root, Files.exists(BROTLI));
        files.put("nginx/http.conf", nginx.http().getBytes(UTF_8));
        files.put("nginx/server.conf", nginx.server().getBytes(UTF_8));
        files.put("nginx/site.conf", nginx.site().getBytes(UTF_8));
        files.put("Caddyfile", new CaddyConfiguration(this, root).text().getBytes(UTF_8));
        return files;
    }

    Map<String, String> documentFields() {
        return documentFields;
    }

    /** Without what each page says of itself alone. */
    Map<String, String> fields(Kind kind) {
        var all = new TreeMap<>(fields.getOrDefault(kind, Map.of()));
        all.remove("Link");
        return all;
    }

    SortedSet<String> gone() {
        return gone;
    }

    SortedSet<FeedName> retired() {
        return retired;
    }

    SortedMap<FeedName, FeedName> moved() {
        return moved;
    }

    SortedMap<FeedName, String> hubs() {
        return hubs;
    }

    /** The base URL, without a slash at its end. */
    String base() {
        return home.replaceAll("/$", "");
    }

    String host() {
        return URI.create(home).getHost();
    }

    static String extensions() {
        return Arrays.stream(FeedFormat.values()).map(FeedFormat::extension).collect(Collectors.joining("|"));
    }
}
