package org.feedwright.export.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.document.FeedFormat;
import org.feedwright.export.server.ServerFacts.Kind;

/** What nginx is told. */
final class NginxConfiguration {
    static final String WRITTEN = "# Written by 'feedwright export', which writes it anew each time.\n";

    private final ServerFacts site;
    private final Path root;
    private final boolean hasBrotli;

    NginxConfiguration(ServerFacts site, Path root, boolean hasBrotli) {
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
                        ServerFacts.extensions(),
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
                        new NginxProblems(site.errorVary()).text(),
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

    private String icon() {
        var fields = site.fields(Kind.ICON);
        return fields.isEmpty() ? "" : "location = /favicon.ico {\n  types { }\n" + headers(fields) + "}\n";
    }

    private Map<String, String> documentFields() {
        var fields = new TreeMap<>(site.documentFields());
        fields.remove("Cache-Control");
        return fields;
    }

    /** Not of a file that is missing. */
    private String mediaHeaders() {
        return headers(site.mediaFields())
                .replace("  add_header Vary $feedwright_vary always;\n", "")
                .replace(" always;", ";");
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
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
