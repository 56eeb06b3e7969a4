package org.feedwright.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.document.FeedFormat;
import org.feedwright.export.Configuration.Kind;

/** What nginx is told. */
final class NginxConfiguration {
    private static final String WRITTEN = "# Written by 'feedwright export', which writes it anew each time.\n";

    private final Configuration site;
    private final Path root;
    private final boolean hasBrotli;

    NginxConfiguration(Configuration site, Path root, boolean hasBrotli) {
        this.site = site;
        this.root = root;
        this.hasBrotli = hasBrotli;
    }

    /** A whole site, to be included where nginx keeps its sites. */
    String site() {
        return WRITTEN + """
                include %1$s;
                server {
                  listen 80;
                  server_name %3$s;
                  include %2$s;
                }
                """.formatted(own("http.conf"), own("server.conf"), site.host());
    }

    private String own(String file) {
        return quoted(root.resolve(".feedwright/nginx").resolve(file).toString());
    }

    /** What stands beside servers. */
    String http() {
        var gone = new StringBuilder();
        site.retired().forEach(feed -> gone.append("  \"~^/feeds/").append(feed).append("([./]|$)\" 1;\n"));
        var moved = new StringBuilder();
        site.moved()
                .forEach((from, to) -> moved.append("  \"~^/(?<fw_kind>feeds|articles|media)/")
                        .append(from)
                        .append("(?<fw_rest>[./].*)?$\" \"")
                        .append(site.base())
                        .append("/$fw_kind/")
                        .append(to)
                        .append("$fw_rest\";\n"));
        var hubs = new StringBuilder();
        site.hubs()
                .forEach((feed, links) -> hubs.append("  \"~^/feeds/")
                        .append(feed)
                        .append("[./]\" '")
                        .append(links.replace("'", "%27").replace("$", "%24"))
                        .append("';\n"));
        var open = new StringBuilder();
        site.open()
                .forEach(path -> open.append("  ")
                        .append(quoted(path))
                        .append(' ')
                        .append(quoted(caching()))
                        .append(";\n"));
        var policies = new StringBuilder();
        site.mediaPolicies()
                .forEach((type, policy) -> policies.append("  ")
                        .append(quoted("~^" + type.replaceAll("[.+*]", "\\\\$0") + "$"))
                        .append(' ')
                        .append(quoted(policy))
                        .append(";\n"));
        return WRITTEN
                + """
                # Include it in http { }.
                %s
                map $request_uri $feedwright_path {
                  "~^(?<fw_path>[^?]*)" $fw_path;
                }
                %s                map $arg_page $feedwright_front {
                  "" /index.html;
                  1 /index.html;
                  "~^(?<fw_number>[1-9][0-9]{0,5})$" /front/$fw_number.html;
                  default /none;
                }
                # A browser that opens a feed sees the page.
                map $http_sec_fetch_dest $feedwright_person {
                  document 1;
                  default 0;
                }
                # Archives to which nothing is added any more are kept longer.
                map $uri $feedwright_archive {
                  "~^(?<fw_archive>/feeds/.+/archive/[0-9]+)\\." $fw_archive;
                  default "";
                }
                map $feedwright_archive $feedwright_caching {
                %s  "" %s;
                  default %s;
                }
                map $sent_http_content_type $feedwright_policy {
                %s  default "";
                }
                map $uri $feedwright_gone {
                %s  default 0;
                }
                map $feedwright_path $feedwright_moved {
                %s  default "";
                }
                map $uri $feedwright_hubs {
                %s  default "";
                }
                """.formatted(
                        sizes(),
                        spellings() + asked(),
                        open,
                        quoted(caching()),
                        quoted(site.archiveCaching()),
                        policies,
                        gone,
                        moved,
                        hubs);
    }

    /** Each address has one spelling, to which the others lead; of files only those that are there. */
    private String spellings() {
        var feeds = new StringBuilder();
        site.feeds()
                .forEach(feed -> feeds.append("  \"~^/(?<fw_part>feeds|articles|media)/(?i:")
                        .append(feed)
                        .append(")(?<fw_end>[./].*)?$\" \"")
                        .append(site.base())
                        .append("/$fw_part/")
                        .append(feed)
                        .append("$fw_end\";\n"));
        return """
                map $feedwright_path $feedwright_spelling {
                  "~^(?<fw_before>.*?)//+(?<fw_after>.*)$" "%1$s$fw_before/$fw_after";
                  "~^/(feeds|articles|media)/[a-z0-9-]+([./]|$)" "";
                %2$s  default "";
                }
                map $uri $feedwright_bare {
                  "~^(?<fw_bare>/(feeds|articles)/.*[^/])/+$" $fw_bare;
                  default /none;
                }
                map $uri $feedwright_bare_document {
                  "~^(?<fw_bare_document>/feeds/.+\\.(%3$s))/+$" $fw_bare_document;
                  default /none;
                }
                map $feedwright_path $feedwright_bare_path {
                  "~^(?<fw_bare_path>.*[^/])/+$" "%1$s$fw_bare_path";
                  default "";
                }
                """.formatted(site.base(), feeds, Configuration.extensions());
    }

    /** What went wrong is told to people on a page and to programs as a problem (RFC 9457). */
    private String asked() {
        return """
                map "$http_sec_fetch_dest|$http_accept" $feedwright_program {
                  "~^(document|iframe|frame)[|]" 0;
                  "~^[^|]+[|]" 1;
                  "~*^[|].*application/(atom|rss|rdf)[+]xml" 1;
                  "~*^[|].*application/feed[+]json" 1;
                  "~*^[|].*text/html" 0;
                  default 1;
                }
                map $feedwright_program $feedwright_missing {
                  1 @missing;
                  default /404.html;
                }
                map $feedwright_program $feedwright_withdrawn {
                  1 @ended;
                  default @gone;
                }
                map $feedwright_path $feedwright_instance {
                  "~^[A-Za-z0-9/._~%%!$&'()*+,;=:@-]*$" $feedwright_path;
                  default "";
                }
                map $feedwright_path $feedwright_vary {
                  "~^/+feeds/.+([.]|%%2[eE])(%s)$" %s;
                  default %s;
                }
                """.formatted(
                        Configuration.extensions(),
                        quoted(site.documentVary()),
                        quoted(site.pageVary()));
    }

    /** Said by the map instead. */
    private String caching() {
        return site.documentFields().getOrDefault("Cache-Control", "");
    }

    /** How much room the one map takes whose keys are not patterns, where that is more than nginx has by itself. */
    private String sizes() {
        int longest = site.open().stream()
                .mapToInt(path -> path.getBytes(UTF_8).length)
                .max()
                .orElse(0);
        int bucket = 64;
        while (bucket < 2 * (longest + 2 * Long.BYTES)) { // with two keys in a bucket it need not be tried for long
            bucket *= 2;
        }
        int table = Math.max(2048, Integer.highestOneBit(site.open().size()) * 4);
        return bucket == 64 && table == 2048
                ? ""
                : "# Where another file says these two things, it is enough there, if it says no less.\n"
                        + "map_hash_bucket_size " + bucket + ";\nmap_hash_max_size " + table + ";";
    }

    /** What stands in a server. */
    String server() {
        var page = site.fields(Kind.PAGE);
        return WRITTEN
                + """
                # Include it in server { }, beside what says where it listens.
                root %1$s;
                absolute_redirect off;
                etag on;
                # A date that is later than the file's is known to nobody, and an earlier one is an old copy.
                if_modified_since before;
                gzip off;
                gzip_static on;
                gzip_http_version 1.0;
                gzip_proxied any;
                gzip_vary off; # which is said together with what else an answer depends on
                %2$s
                error_page 404 $feedwright_missing;
                error_page 405 = @method;
                error_page 410 $feedwright_withdrawn;
                location / {
                  return 404;
                }
                location = / {
                  types { }
                %3$s  try_files $feedwright_front =404;
                }
                location ~ "^/feeds/.+\\.(%4$s)$" {
                %18$s                  if ($feedwright_moved) {
                    return 301 $feedwright_moved$is_args$args;
                  }
                  if ($feedwright_gone) {
                    return 410;
                  }
                  if ($feedwright_person) {
                    rewrite "^(/feeds/.+)\\.[a-z]+$" $1 last;
                  }
                  types {
                %5$s  }
                %6$s  add_header Cache-Control $feedwright_caching always;
                  add_header Link '<%7$s$feedwright_path>; rel="self"$feedwright_hubs';
                  try_files $uri =404;
                }
                location /feeds/ {
                %18$s  if ($feedwright_moved) {
                    return 301 $feedwright_moved$is_args$args;
                  }
                  if (-f $document_root/gone$uri.html) {
                    return 410;
                  }
                %19$s  if (-f $document_root$feedwright_bare_document) {
                    return 301 $feedwright_bare_path$is_args$args;
                  }
                  if ($feedwright_gone) {
                    return 410;
                  }
                  types { }
                %3$s  try_files $uri.html $uri/index.html =404;
                }
                location /articles/ {
                %18$s%19$s  if (-f $document_root/gone$uri.html) {
                    return 410;
                  }
                  if (-f $document_root/gone$uri/index.html) {
                    return 410;
                  }
                  types { }
                %3$s  try_files $uri.html $uri/index.html @away;
                }
                # Articles that stayed where a feed was called otherwise keep their pages and files.
                location @away {
                  if ($feedwright_moved) {
                    return 301 $feedwright_moved$is_args$args;
                  }
                  return 404;
                }
                location @gone {
                  types { }
                %20$s  try_files /gone$uri.html /gone$uri/index.html =410;
                }
                location /media/ {
                %18$s%13$s%14$s%15$s  add_header Content-Security-Policy $feedwright_policy;
                  try_files $uri @away;
                }
                %16$s%17$s                location = /404.html {
                  internal;
                  types { }
                %20$s}
                %21$s%22$s                location = /feeds.opml {
                  types { }
                %8$s}
                location = /robots.txt {
                  types { }
                %9$s}
                location ~ "^/sitemap(-[a-z0-9-]+)?\\.xml$" {
                  types { }
                %10$s}
                location ~ "^/assets/[^/]+\\.css$" {
                  types { }
                %11$s}
                location ~ "^/assets/[^/]+\\.svg$" {
                  types { }
                %12$s}
                """.formatted(
                        quoted(root.toString()),
                        hasBrotli
                                ? "brotli_static on;"
                                : "# brotli_static on;  # where its module is, as of libnginx-mod-http-brotli-static",
                        headers(page),
                        Configuration.extensions(),
                        Arrays.stream(FeedFormat.values())
                                .map(format -> "    \"" + format.contentType() + "\" " + format.extension() + ";\n")
                                .collect(Collectors.joining()),
                        headers(documentFields()),
                        site.base(),
                        headers(site.fields(Kind.OPML)),
                        headers(site.fields(Kind.TEXT)),
                        headers(site.fields(Kind.XML)),
                        headers(site.fields(Kind.ASSET_CSS)),
                        headers(site.fields(Kind.ASSET_SVG)),
                        uncompressed(),
                        mediaTypes(),
                        mediaHeaders(),
                        oddMedia(),
                        movedPages(),
                        """
                          if ($feedwright_spelling) {
                            return 301 $feedwright_spelling$is_args$args;
                          }
                        """,
                        bare(),
                        headers(page).replace("$feedwright_vary", quoted(site.errorVary())),
                        problems(),
                        icon());
    }

    /** A slash at the end of an address that has none. */
    private static String bare() {
        return Stream.of(".html", "/index.html")
                .map(ending -> """
                          if (-f $document_root$feedwright_bare%s) {
                            return 301 $feedwright_bare_path$is_args$args;
                          }
                        """.formatted(ending))
                .collect(Collectors.joining());
    }

    private String problems() {
        return problem("@missing", "404", "Not Found", "Vary " + quoted(site.errorVary()), "")
                + problem("@ended", "410", "Gone", "Vary " + quoted(site.errorVary()), "")
                + problem(
                        "@method",
                        "405",
                        "Method Not Allowed",
                        "Allow " + quoted(Configuration.METHODS),
                        "  if ($request_method = OPTIONS) {\n    return 204;\n  }\n");
    }

    private static String problem(String location, String status, String title, String field, String first) {
        return """
                location %1$s {
                  types { }
                  default_type application/problem+json;
                  add_header %4$s always;
                  add_header Cache-Control no-cache always;
                  add_header X-Content-Type-Options nosniff always;
                  add_header Access-Control-Allow-Origin * always;
                  add_header Access-Control-Allow-Methods %6$s always;
                  add_header Access-Control-Allow-Headers "If-None-Match, If-Modified-Since" always;
                  add_header Access-Control-Max-Age 86400 always;
                %5$s  return %2$s '{"title":"%3$s","status":%2$s,"instance":"$feedwright_instance"}';
                }
                """.formatted(location, status, title, field, first, quoted(Configuration.METHODS));
    }

    private String icon() {
        var fields = site.fields(Kind.ICON);
        return fields.isEmpty()
                ? ""
                : "location = /favicon.ico {\n  types { }\n" + headers(fields) + "}\n";
    }

    private Map<String, String> documentFields() {
        var fields = new TreeMap<>(site.documentFields());
        fields.remove("Cache-Control");
        return fields;
    }

    /** Not of a file that is missing. */
    private String mediaHeaders() {
        return headers(site.mediaFields()).replace("  add_header Vary $feedwright_vary always;\n", "").replace(" always;", ";");
    }

    /** A file that is called as if it were another one compressed is none. */
    private String uncompressed() {
        return "  gzip_static off;\n" + (hasBrotli ? "  brotli_static off;\n" : "");
    }

    private String mediaTypes() {
        var types = new StringBuilder("  types {\n");
        site.mediaTypes()
                .forEach((ending, type) -> types.append("    ")
                        .append(quoted(type))
                        .append(' ')
                        .append(ending)
                        .append(";\n"));
        return types + "  }\n  default_type application/octet-stream;\n";
    }

    /** Files of which the ending does not tell the type, and those that came with what has been withdrawn. */
    private String oddMedia() {
        var locations = new StringBuilder();
        site.oddMedia()
                .forEach((path, type) ->
                        locations.append("""
                location = %s {
                %s  types { }
                  default_type %s;
                %s  add_header Content-Security-Policy $feedwright_policy;
                }
                """.formatted(quoted(path), uncompressed(), quoted(type), mediaHeaders())));
        site.gone()
                .forEach(path ->
                        locations.append("location = ").append(quoted(path)).append(" {\n  return 410;\n}\n"));
        return locations.toString();
    }

    /** As locations and not in a map, which would take one letter case for the other. */
    private String movedPages() {
        var locations = new StringBuilder();
        site.movedPages()
                .forEach((path, address) -> locations
                        .append("location = ")
                        .append(quoted(path))
                        .append(" {\n  return 301 ")
                        .append(quoted(address + "$is_args$args"))
                        .append(";\n}\n"));
        return locations.toString();
    }

    private static String headers(Map<String, String> fields) {
        var lines = new StringBuilder("  add_header Vary $feedwright_vary always;\n");
        new TreeMap<>(fields).forEach((name, value) -> {
            if (name.equalsIgnoreCase("Content-Type")) {
                lines.append("  default_type ").append(quoted(value)).append(";\n");
            } else if (!name.equalsIgnoreCase("Content-Length")) {
                lines.append("  add_header ")
                        .append(name)
                        .append(' ')
                        .append(quoted(value))
                        .append(" always;\n");
            }
        });
        return lines.toString();
    }

    /** A word for nginx, in which nothing stands for anything else. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
