package org.feedwright.export.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feedwright.export.server.ServerFacts.Move;
import org.jspecify.annotations.Nullable;

/** The values in the template of Caddy's configuration, quoted where they need it. */
final class CaddyValues {
    private final ServerFacts site;
    private final Path root;

    CaddyValues(ServerFacts site, Path root) {
        this.site = site;
        this.root = root;
    }

    /** The hubs of a feed, as further links of a {@code Link} field. */
    record Hubs(String feed, String links) {}

    record MovedPage(String path, String address) {}

    /** Files of one kind, which are there under their own names. */
    record OwnFiles(String name, String path, String headers) {}

    /**
     * A type of media.
     *
     * @param name of the matcher of its files
     */
    record MediaType(
            String name,
            String matcher,
            String type,
            @Nullable String policy) {}

    String root() {
        return quoted(root.toString());
    }

    String base() {
        return site.base();
    }

    String extensions() {
        return ServerFacts.extensions();
    }

    String methods() {
        return ServerFacts.METHODS;
    }

    String documentVary() {
        return quoted(site.documentVary());
    }

    String pageVary() {
        return quoted(site.pageVary());
    }

    String errorVary() {
        return quoted(site.errorVary());
    }

    String archiveCaching() {
        return quoted(site.archiveCaching());
    }

    List<String> feeds() {
        return site.feeds();
    }

    List<String> retired() {
        return site.retired();
    }

    List<Move> moved() {
        return site.moved();
    }

    List<Hubs> hubs() {
        return site.hubs().entrySet().stream()
                .map(feed -> new Hubs(feed.getKey(), quoted(feed.getValue())))
                .toList();
    }

    List<MovedPage> movedPages() {
        return pages(site.movedPages());
    }

    /** The addresses at which readers had feeds, whose queries mean nothing here. */
    List<MovedPage> formerDocuments() {
        return pages(site.formerDocuments());
    }

    /** Former addresses that are told apart by their queries. */
    List<MovedPage> queries() {
        return pages(site.queries());
    }

    private static List<MovedPage> pages(Map<String, String> addresses) {
        return addresses.entrySet().stream()
                .map(page -> new MovedPage(quoted(key(page.getKey())), quoted(page.getValue())))
                .toList();
    }

    /** The archives to which something can be added. */
    List<String> open() {
        return site.open().stream().map(path -> quoted(literal(path) + ".*")).toList();
    }

    List<String> goneMedia() {
        return site.gone().stream().map(path -> quoted(key(path))).toList();
    }

    List<OwnFiles> files() {
        var files = new ArrayList<>(List.of(
                file("feedsopml", "/feeds.opml", ResponseKind.OPML),
                file("robotstxt", "/robots.txt", ResponseKind.TEXT),
                file("sitemapxml", "/sitemap*.xml", ResponseKind.XML),
                file("assetscss", "/assets/*.css", ResponseKind.ASSET_CSS),
                file("assetssvg", "/assets/*.svg", ResponseKind.ASSET_SVG)));
        if (!site.fields(ResponseKind.ICON).isEmpty()) {
            files.add(file("faviconico", "/favicon.ico", ResponseKind.ICON));
        }
        return files;
    }

    private OwnFiles file(String name, String path, ResponseKind kind) {
        return new OwnFiles(name, path, headers(kind));
    }

    /** First what an ending tells, then the files whose ending does not. */
    List<MediaType> mediaTypes() {
        var types = new ArrayList<MediaType>();
        site.media()
                .types()
                .forEach((ending, type) -> types.add(mediaType(types.size() + 1, "path *." + ending, type)));
        site.media()
                .oddTypes()
                .forEach((path, type) ->
                        types.add(mediaType(types.size() + 1, "path_regexp " + quoted(pattern(path)), type)));
        return types;
    }

    private MediaType mediaType(int number, String matcher, String type) {
        String policy = site.media().policies().get(type);
        return new MediaType("type" + number, matcher, quoted(type), policy == null ? null : quoted(policy));
    }

    String headers(ResponseKind kind) {
        return lines(site.fields(kind));
    }

    String documentHeaders() {
        return lines(site.documentFields());
    }

    List<String> mediaHeaders() {
        return headers(site.media().fields());
    }

    private static String lines(Map<String, String> fields) {
        return String.join("\n\t\t\t", headers(fields));
    }

    private static List<String> headers(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equalsIgnoreCase("Content-Length"))
                        .map(field -> "header " + field.getKey() + " " + quoted(field.getValue()))
                        .toList();
    }

    /** A text without placeholders. With a backslash before one brace alone, Caddy still takes it for a short one. */
    private static String literal(String text) {
        return text.replace("{", "\\{").replace("}", "\\}");
    }

    /** A path that a map looks for, in which Caddy knows braces only in patterns. */
    private static String key(String path) {
        return path.indexOf('{') < 0 ? path : "~" + pattern(path);
    }

    /**
     * Matches one path and no other; Caddy's own lists of paths know neither brackets nor capitals. Braces are written by
     * their numbers, because Caddy takes the backslash before them away where a file is imported.
     */
    private static String pattern(String path) {
        String escaped = path.replaceAll("[\\\\.+*?()|\\[\\]^$]", "\\\\$0");
        return "^" + escaped.replace("{", "\\x7B").replace("}", "\\x7D") + "$";
    }

    /** Between quotes a backslash is one, except before a quote; between backticks all signs are themselves. */
    private static String quoted(String text) {
        boolean needsBackticks = text.contains("\\\"") || text.endsWith("\\");
        return needsBackticks && text.indexOf('`') < 0 ? "`" + text + "`" : '"' + text.replace("\"", "\\\"") + '"';
    }
}
