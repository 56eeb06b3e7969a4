package org.feedwright.export.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
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

    private static final Path BROTLI = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

    private final Map<String, String> documentFields;
    private final String archiveCaching;
    private final String home;
    private final boolean isCompressed;

    /** The header fields of each kind of page, which all of a kind have alike. */
    private final SortedMap<ResponseKind, Map<String, String>> fields = new ConcurrentSkipListMap<>();

    private final MediaFacts media = new MediaFacts();
    private final SortedSet<String> open = new ConcurrentSkipListSet<>();
    private final SortedSet<String> gone = new ConcurrentSkipListSet<>();
    private final SortedSet<String> feeds = new ConcurrentSkipListSet<>();
    private final SortedSet<String> retired = new ConcurrentSkipListSet<>();
    private final SortedMap<String, String> moved = new TreeMap<>();
    private final SortedMap<String, String> movedPages = new TreeMap<>();
    private final SortedMap<String, String> formerDocuments = new TreeMap<>();
    private final SortedMap<String, String> queries = new TreeMap<>();
    private final SortedMap<String, String> hubs = new TreeMap<>();

    /** A feed that has another name now. */
    record Move(String from, String to) {}

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
            fields.putIfAbsent(ResponseKind.of(page.path()), page.fields());
        }
    }

    public void add(Feed feed) {
        feeds.add(feed.name().value());
        if (feed.isRetired()) {
            retired.add(feed.name().value());
        }
        if (!feed.definition().delivery().hubs().isEmpty()) {
            hubs.put(
                    feed.name().value(),
                    feed.definition().delivery().hubs().stream()
                            .map(hub -> ", <" + hub + ">; rel=\"hub\"")
                            .collect(Collectors.joining()));
        }
    }

    /** A file beside articles, at its path. */
    public void add(String path, MediaCopy file) {
        media.add(path, file);
    }

    /** A path at which there was something, unless it leads elsewhere. */
    public void addGone(String path) {
        if (!movedPages.containsKey(path)) {
            gone.add(path);
        }
    }

    /** The path of an archive, without an extension, to which something can be added. */
    public void addOpen(String path) {
        open.add(path);
    }

    public void move(FeedName from, FeedName to) {
        moved.put(from.value(), to.value());
    }

    /**
     * Notes that an article has moved.
     *
     * @param from the path of an article's former page, decoded
     * @param to the absolute address of its present one
     */
    public void move(String from, String to) {
        movedPages.put(from, to);
    }

    /**
     * Notes that something was at an address before it came here. Nothing is at that address now.
     *
     * @param address a decoded path without a slash at its end, perhaps with a query
     * @param to an absolute address
     * @param keepsQuery whether the query of a request means something there
     */
    public void lead(String address, String to, boolean keepsQuery) {
        gone.remove(address);
        if (address.indexOf('?') >= 0) {
            queries.put(address, to);
        } else if (!movedPages.containsKey(address)) {
            var map = keepsQuery ? movedPages : formerDocuments;
            map.put(address, to);
            map.put(address + "/", to);
        }
    }

    /** The files of configuration, by their names. */
    public Map<String, byte[]> files(Path root) {
        var nginx = new NginxValues(this, root, Files.exists(BROTLI));
        var files = new LinkedHashMap<String, byte[]>();
        files.put("nginx/http.conf", text(out -> JteNginxHttpGenerated.render(out, null, nginx)));
        files.put("nginx/server.conf", text(out -> JteNginxServerGenerated.render(out, null, nginx)));
        files.put("nginx/site.conf", text(out -> JteNginxSiteGenerated.render(out, null, nginx)));
        var caddy = new CaddyValues(this, root);
        files.put("Caddyfile", text(out -> JteCaddyfileGenerated.render(out, null, caddy)));
        return files;
    }

    private static byte[] text(Consumer<TemplateOutput> template) {
        var output = new StringOutput();
        template.accept(output);
        return output.toString().getBytes(UTF_8);
    }

    Map<String, String> documentFields() {
        return documentFields;
    }

    /** Without what each page says of itself alone. */
    Map<String, String> fields(ResponseKind kind) {
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

    MediaFacts media() {
        return media;
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
    List<String> feeds() {
        return List.copyOf(feeds);
    }

    List<String> retired() {
        return List.copyOf(retired);
    }

    List<Move> moved() {
        return moved.entrySet().stream()
                .map(move -> new Move(move.getKey(), move.getValue()))
                .toList();
    }

    /** By the decoded paths of articles' former pages, the addresses of their present ones. */
    SortedMap<String, String> movedPages() {
        return movedPages;
    }

    /** By decoded paths at which readers had feeds before, the addresses of their documents. */
    SortedMap<String, String> formerDocuments() {
        return formerDocuments;
    }

    /** By decoded paths with queries, the addresses to which they lead. */
    SortedMap<String, String> queries() {
        return queries;
    }

    SortedMap<String, String> hubs() {
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
