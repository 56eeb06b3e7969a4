package org.feedwright.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedwright.document.FeedFormat;
import org.feedwright.export.Configuration.Kind;

/** What Caddy is told. */
final class CaddyConfiguration {
    private static final String FILES = """
            			file_server {
            				precompressed br gzip
            			}
            		}
            """;

    private final Configuration site;
    private final Path root;

    CaddyConfiguration(Configuration site, Path root) {
        this.site = site;
        this.root = root;
    }

    /** All in one route, in which the order counts. */
    String text() {
        return """
                # Written by 'feedwright export', which writes it anew each time.
                {$FEEDWRIGHT_SITE:%s} {
                	root * %s
                	route {
                """.formatted(site.base(), quoted(root.toString())) + gone() + moved() + front() + documents()
                + handle("/feeds/* /articles/*", headers(Kind.PAGE) + "\t\t\ttry_files {path}.html {path}/index.html\n")
                + handle("/feeds.opml", headers(Kind.OPML))
                + handle("/robots.txt", headers(Kind.TEXT))
                + handle("/sitemap*.xml", headers(Kind.XML))
                + handle("/assets/*.css", headers(Kind.ASSET_CSS))
                + handle("/assets/*.svg", headers(Kind.ASSET_SVG))
                + "\t\trespond 404\n\t}\n}\n";
    }

    private String front() {
        return """
                		@front {
                			path /
                			expression `{query.page} == "" || {query.page} == "1"`
                		}
                		handle @front {
                %1$s			rewrite * /index.html
                %2$s		@further path /
                		handle @further {
                %1$s			rewrite * /front/{query.page}.html
                %2$s""".formatted(headers(Kind.PAGE), FILES);
    }

    private String documents() {
        var types = Arrays.stream(FeedFormat.values())
                .map(format -> "\t\t\t@%1$s path *.%1$s\n\t\t\theader @%1$s Content-Type %2$s\n"
                        .formatted(format.extension(), quoted(format.contentType())))
                .collect(Collectors.joining());
        return """
                		@person {
                			path_regexp document ^(/feeds/.+)\\.(%1$s)$
                			header Sec-Fetch-Dest document
                		}
                		rewrite @person {re.document.1}
                		@document path_regexp ^/feeds/.+\\.(%1$s)$
                		handle @document {
                %2$s%3$s			header Link "<%4$s{http.request.orig_uri.path}>; rel=\\"self\\""
                %5$s""".formatted(Configuration.extensions(), headers(site.documentFields()), types, site.base(), FILES);
    }

    private static String handle(String paths, String content) {
        String name = "@" + paths.replaceAll("[^a-z]", "");
        return "\t\t%1$s path %2$s\n\t\thandle %1$s {\n%3$s%4$s".formatted(name, paths, content, FILES);
    }

    private String gone() {
        var lines = new StringBuilder();
        site.gone()
                .forEach(path ->
                        lines.append("\t\trespond ").append(quoted(path)).append(" 410\n"));
        site.retired()
                .forEach(feed -> lines.append(
                                "\t\t@ended_%1$s path /feeds/%1$s /feeds/%1$s.* /feeds/%1$s/*\n".formatted(feed))
                        .append("\t\trespond @ended_%s 410\n".formatted(feed)));
        return lines.toString();
    }

    private String moved() {
        var lines = new StringBuilder();
        site.moved().forEach((from, to) -> lines.append("""
                		@from_%1$s path_regexp from_%1$s ^/(feeds|articles)/%1$s([./].*)?$
                		redir @from_%1$s %3$s/{re.from_%1$s.1}/%2$s{re.from_%1$s.2} permanent
                """.formatted(from, to, site.base())));
        return lines.toString();
    }

    private String headers(Kind kind) {
        return headers(site.fields(kind));
    }

    private static String headers(Map<String, String> fields) {
        var lines = new StringBuilder();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Length")) {
                lines.append("\t\t\theader ")
                        .append(name)
                        .append(' ')
                        .append(quoted(value))
                        .append('\n');
            }
        });
        return lines.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
