package org.feedwright.export.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feed;
import org.feedwright.media.MediaCopy;
import org.feedwright.page.PageCopy;

/** Gathers what a web server has to be told beyond the files, and writes it for nginx and for Caddy. */
public final class ServerFacts {
    /** What can be done with files. */
    static final String METHODS = "GET, HEAD, OPTIONS";

    private static final String POLICY = "Content-Security-Policy";
    private static final Path BROTLI = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

    private final Map<String, String> documentFields;
    private final String archiveCaching;
    private final String home;
    private final boolean isCompressed;

    /** The header fields of each kind of page, which all of a kind have alike. */
    private final SortedMap<Kind, Map<String, String>> fields = new ConcurrentSkipListMap<>();

    private final SortedMap<String, MediaCopy> media = new ConcurrentSkipListMap<>();
    private final SortedSet<String> open = new ConcurrentSkipListSet<>();
    private final SortedSet<String> gone = new ConcurrentSkipListSet<>();
    private final SortedSet<FeedName> feeds = new ConcurrentSkipListSet<>();
    private final SortedSet<FeedName> retired = new ConcurrentSkipListSet<>();
    private final SortedMap<FeedName, FeedName> moved = new TreeMap<>();
    private final SortedMap<String, String> movedPages = new TreeMap<>();
    private final SortedMap<FeedName, String> hubs = new TreeMap<>();

    /** What is sent in one way. */
    enum Kind {
        PAGE,
        ASSET_CSS,
        ASSET_SVG,
        ICON,
        OPML,
        TEXT,
        XML;

        static Kind of(String path) {
            return switch (path.substring(path.lastIndexOf('/') + 1).replaceFirst("^.*\\.", "")) {
                case "opml" -> OPML;
                case "txt" -> path.equals("/robots.txt") ? TEXT : PAGE;
                case "css" -> path.startsWith("/assets/") ? ASSET_CSS : PAGE;
                case "svg" -> path.startsWith("/assets/") ? ASSET_SVG : PAGE;
                case "ico" -> path.equals("/favicon.ico") ? ICON : PAGE;
                case "xml" -> path.startsWith("/sitemap") ? XML : PAGE;
                default -> PAGE;
            };
        }
    }

    /**
     * @param documentFields the header fields of all documents
     * @param archiveCaching the {@code Cache-Control} of those to which nothing is added any more
     * @param isCompressed whether there are compressed files beside the plain ones
     */
    public ServerFacts(Map<String, String> documentFields, String archiveCaching, String home, boolean isCompressed) {
        this.documentFields = withoutVary(documentFields);
        this.isCompressed = isCompressed;
        this.archiveCaching = archiveCaching;
        this.home = home;
    }

    public void add(PageCopy page) {
        if (page.status() != 410 && !page.path().startsWith(Address.ARTICLES)) {
            fields.putIfAbsent(Kind.of(page.path()), page.fields());
        }
    }

    public void add(Feed feed) {
        feeds.add(feed.name());
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

    /** A file beside articles, at its path. */
    public void add(String path, MediaCopy file) {
        media.put(path, file);
    }

    /** A path at which there was a file. */
    public void addGone(String path) {
        gone.add(path);
    }

    /** The path of an archive, without an extension, to which something can be added. */
    public void addOpen(String path) {
        open.add(path);
    }

    public void move(FeedName from, FeedName to) {
        moved.put(from, to);
    }

    /**
     * @param from the path of an article's former page, decoded
     * @param to the absolute address of its present one
     */
    public void move(String from, String to) {
        movedPages.put(from, to);
    }

    /** The files, by their names. */
    public Map<String, byte[]> files(Path root) {
        var files = new LinkedHashMap<String, byte[]>();
        var nginx = new NginxConfiguration(this, root, Files.exists(BROTLI));
        files.put("nginx/http.conf", new NginxMaps(this).text().getBytes(UTF_8));
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
        var all = withoutVary(fields.getOrDefault(kind, Map.of()));
        all.remove("Link");
        return all;
    }

    /** What the service's answers depend on is more than what files do: those know no deltas. */
    private static Map<String, String> withoutVary(Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.remove("Vary");
        return all;
    }

    /** What a page depends on. */
    String pageVary() {
        return isCompressed ? "Accept-Encoding" : "";
    }

    /** What is answered at the address of a document depends on: a browser is shown the page. */
    String documentVary() {
        return isCompressed ? "Accept-Encoding, Sec-Fetch-Dest" : "Sec-Fetch-Dest";
    }

    /** What an error depends on, which programs are told as a problem. */
    String errorVary() {
        return "Accept, " + documentVary();
    }

    String archiveCaching() {
        return archiveCaching;
    }

    SortedMap<String, MediaCopy> media() {
        return media;
    }

    /** What most of the files with an ending of their names are, by the ending in lower case. */
    SortedMap<String, String> mediaTypes() {
        var counts = new TreeMap<String, Map<String, Integer>>();
        media.forEach((path, file) ->
                counts.computeIfAbsent(ending(path), _ -> new TreeMap<>()).merge(file.type(), 1, Integer::sum));
        var types = new TreeMap<String, String>();
        counts.forEach((ending, each) -> each.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(_ -> !ending.isEmpty())
                .ifPresent(type -> types.put(ending, type.getKey())));
        return types;
    }

    /** The others: those that their ending does not tell, by their paths. */
    SortedMap<String, String> oddMedia() {
        var types = mediaTypes();
        var odd = new TreeMap<String, String>();
        media.forEach((path, file) -> {
            if (!file.type().equals(types.get(ending(path)))) {
                odd.put(path, file.type());
            }
        });
        return odd;
    }

    /** The header fields of all media files, but for {@link #mediaPolicies}. */
    Map<String, String> mediaFields() {
        var fields = new TreeMap<String, String>();
        media.values().forEach(file -> fields.putAll(file.fields()));
        fields.remove(POLICY);
        fields.remove("Accept-Ranges"); // which servers say themselves where it is true
        return fields;
    }

    /** By media type, the policy of those files that have one. */
    SortedMap<String, String> mediaPolicies() {
        var policies = new TreeMap<String, String>();
        media.values().forEach(file -> {
            String policy = file.fields().get(POLICY);
            if (policy != null) {
                policies.put(file.type(), policy);
            }
        });
        return policies;
    }

    /** Endings that a server's list of types can have. */
    private static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && ending.matches("[a-z0-9]+") ? ending : "";
    }

    /** The paths of archives, without extensions, to which something can be added. */
    SortedSet<String> open() {
        return open;
    }

    /** The paths of files that were beside articles which have been withdrawn. */
    SortedSet<String> gone() {
        return gone;
    }

    /** All feeds, also those that have ended. */
    SortedSet<FeedName> feeds() {
        return feeds;
    }

    SortedSet<FeedName> retired() {
        return retired;
    }

    SortedMap<FeedName, FeedName> moved() {
        return moved;
    }

    /** By the decoded paths of articles' former pages, the addresses of their present ones. */
    SortedMap<String, String> movedPages() {
        return movedPages;
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
