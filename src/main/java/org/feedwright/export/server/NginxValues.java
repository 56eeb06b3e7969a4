package org.feedwright.export.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.export.server.ServerFacts.Move;

/** The values in the templates of nginx's configuration, quoted where they need it. */
final class NginxValues {
    private static final String VARY = "add_header Vary $feedwright_vary always;";

    private final ServerFacts site;
    private final Path root;
    private final boolean hasBrotli;

    NginxValues(ServerFacts site, Path root, boolean hasBrotli) {
        this.site = site;
        this.root = root;
        this.hasBrotli = hasBrotli;
    }

    /** The hubs of a feed, as further links of a {@code Link} field. */
    record Hubs(String feed, String links) {}

    /** The policy of a media type, which is a pattern. */
    record Policy(String type, String value) {}

    record MediaType(String ending, String value) {}

    record OddFile(String path, String type) {}

    record MovedPage(String path, String address) {}

    /** The room of a map whose keys are no patterns. */
    record Hash(int bucket, int table) {
        private static final Hash USUAL = new Hash(64, 2048);

        static Hash of(Iterable<String> keys, int size) {
            int longest = 0;
            for (String key : keys) {
                longest = Math.max(longest, key.getBytes(UTF_8).length);
            }
            int bucket = USUAL.bucket;
            // Nginx need not try for long if two keys fit into a bucket.
            while (bucket < 2 * (longest + 2 * Long.BYTES)) {
                bucket *= 2;
            }
            return new Hash(bucket, Math.max(USUAL.table, Integer.highestOneBit(size) * 4));
        }

        /** Whether it is more than nginx has by itself. */
        boolean isLarge() {
            return !equals(USUAL);
        }
    }

    boolean hasBrotli() {
        return hasBrotli;
    }

    String root() {
        return quoted(literal(root.toString()));
    }

    /** Whether a value has a dollar, which nginx can only be told by a variable. */
    boolean hasDollar() {
        return Stream.of(
                        List.of(root.toString(), site.base()),
                        site.movedPages().values(),
                        site.formerDocuments().values(),
                        site.queries().values())
                .flatMap(Collection::stream)
                .anyMatch(value -> value.indexOf('$') >= 0);
    }

    /** The path of another of these files. */
    String file(String name) {
        return quoted(root.resolve(".feedwright/nginx").resolve(name).toString());
    }

    String base() {
        return literal(site.base());
    }

    String host() {
        return site.host();
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

    String caching() {
        return quoted(site.documentFields().getOrDefault("Cache-Control", ""));
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
        return list(
                site.hubs(),
                (feed, links) -> new Hubs(feed, links.replace("'", "%27").replace("$", "%24")));
    }

    Hash hash() {
        var keys = new ArrayList<>(site.open());
        keys.addAll(site.queries().keySet());
        return Hash.of(keys, Math.max(site.open().size(), site.queries().size()));
    }

    List<String> open() {
        return site.open().stream().map(NginxValues::quoted).toList();
    }

    List<Policy> policies() {
        return list(
                site.media().policies(),
                (type, policy) -> new Policy(quoted("~^" + type.replaceAll("[.+*]", "\\\\$0") + "$"), quoted(policy)));
    }

    List<MediaType> mediaTypes() {
        return list(site.media().types(), (ending, type) -> new MediaType(ending, quoted(type)));
    }

    /** The files whose ending does not tell the type. */
    List<OddFile> oddMedia() {
        return list(site.media().oddTypes(), (path, type) -> new OddFile(quoted(path), quoted(type)));
    }

    List<String> goneMedia() {
        return site.gone().stream().map(NginxValues::quoted).toList();
    }

    /** As locations and not in a map, which would take one letter case for the other. */
    List<MovedPage> movedPages() {
        return list(
                site.movedPages(),
                (path, address) -> new MovedPage(quoted(path), quoted(literal(address) + "$is_args$args")));
    }

    /** The addresses at which readers had feeds, whose queries mean nothing here. */
    List<MovedPage> formerDocuments() {
        return list(site.formerDocuments(), (path, address) -> new MovedPage(quoted(path), quoted(literal(address))));
    }

    /**
     * Former addresses that are told apart by their queries. A map takes one letter case for the other, so those that
     * differ in nothing else are patterns.
     */
    List<MovedPage> queries() {
        var alike = site.queries().keySet().stream()
                .collect(Collectors.groupingBy(asked -> asked.toLowerCase(Locale.ROOT), Collectors.counting()));
        return list(
                site.queries(),
                (asked, address) -> new MovedPage(
                        quoted(alike.getOrDefault(asked.toLowerCase(Locale.ROOT), 0L) > 1 ? pattern(asked) : asked),
                        quoted(literal(address))));
    }

    private static String pattern(String text) {
        return "~^" + text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0") + "$";
    }

    boolean hasIcon() {
        return !site.fields(ResponseKind.ICON).isEmpty();
    }

    String headers(ResponseKind kind) {
        return lines(VARY, site.fields(kind));
    }

    /** The header fields of pages that say what was withdrawn or is missing. */
    String errorHeaders() {
        return lines("add_header Vary " + errorVary() + " always;", site.fields(ResponseKind.PAGE));
    }

    /** Without {@code Cache-Control}, which a map says. */
    String documentHeaders() {
        var fields = new TreeMap<>(site.documentFields());
        fields.remove("Cache-Control");
        return lines(VARY, fields);
    }

    /** Without {@code always}: they are not those of a file that is missing. */
    List<String> mediaHeaders() {
        return headers(site.media().fields(), "");
    }

    private static String lines(String vary, Map<String, String> fields) {
        var lines = new ArrayList<>(List.of(vary));
        lines.addAll(headers(fields, " always"));
        return String.join("\n  ", lines);
    }

    private static List<String> headers(Map<String, String> fields, String when) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equalsIgnoreCase("Content-Length"))
                        .map(field -> header(field.getKey(), quoted(field.getValue()), when))
                        .toList();
    }

    private static String header(String name, String value, String when) {
        return name.equalsIgnoreCase("Content-Type")
                ? "default_type " + value + ";"
                : "add_header " + name + " " + value + when + ";";
    }

    private static <T> List<T> list(SortedMap<String, String> map, BiFunction<String, String, T> each) {
        return map.entrySet().stream()
                .map(entry -> each.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A text without variables, where nginx looks for some; it has no other way to write a dollar. */
    private static String literal(String text) {
        return text.replace("$", "${feedwright_dollar}");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
