package org.feedwright.export.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedwright.document.FeedFormat;
import org.feedwright.export.server.ServerFacts.Kind;
import org.jspecify.annotations.Nullable;

/** What Caddy is told. */
final class CaddyConfiguration {
    private static final String FILES = """
            			file_server {
            				precompressed br gzip
            			}
            		}
            """;

    /** At the end, because the file server adds what it thinks that it is, where it sends a compressed file. */
    private static final String VARY = """
            			header {
            				Vary {vary}
            				defer
            			}
            """;

    /** Under its own name a file is not to be had. */
    private static final String PAGES = """
            			route {
            				@unknown not file {path}.html {path}/index.html
            				error @unknown 404
            				try_files {path}.html {path}/index.html
            			}
            """;

    private final ServerFacts site;
    private final Path root;

    CaddyConfiguration(ServerFacts site, Path root) {
        this.site = site;
        this.root = root;
    }

    /** All in one route, in which the order counts; elsewhere what is said of all comes after what is said of some. */
    String text() {
        return """
                # Written by 'feedwright export', which writes it anew each time.
                {$FEEDWRIGHT_SITE:%s} {
                	root * %s
                	route {
                """.formatted(site.base(), quoted(root.toString())) + new CaddyRequests(site).text() + moved()
                + ended() + documents() + gone() + front()
                + handle("/feeds/* /articles/*", headers(Kind.PAGE) + PAGES)
                + handle("/feeds.opml", headers(Kind.OPML))
                + handle("/robots.txt", headers(Kind.TEXT))
                + handle("/sitemap*.xml", headers(Kind.XML))
                + handle("/assets/*.css", headers(Kind.ASSET_CSS))
                + handle("/assets/*.svg", headers(Kind.ASSET_SVG))
                + (site.fields(Kind.ICON).isEmpty() ? "" : handle("/favicon.ico", headers(Kind.ICON)))
                + media()
                + "\t\terror 404\n\t}\n"
                + missing()
                + "}\n";
    }

    private String front() {
        return """
                		@front {
                			path /
                			expression `{query.page} == "" || {query.page} == "1"`
                		}
                		handle @front {
                %1$s			rewrite * /index.html
                %2$s		@further {
                			path /
                			expression `{query.page}.matches("^[1-9][0-9]{0,5}$")`
                		}
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
                %7$s		@document path_regexp ^/feeds/.+\\.(%1$s)$
                		handle @document {
                			route {
                %8$s%2$s%3$s%6$s			map {http.request.orig_uri} {asked_path} {
                				"~^([^?]*)" "${1}"
                			}
                			header Link "<%4$s{asked_path}>; rel=\\"self\\"{vars.hubs}"
                			}
                %5$s""".formatted(
                        ServerFacts.extensions(),
                        headers(site.documentFields()) + VARY,
                        types,
                        site.base(),
                        FILES,
                        archives(),
                        hubs(),
                        absent("document"));
    }

    /** Archives to which nothing is added any more are kept longer. */
    private String archives() {
        String open = site.open().stream()
                .map(path -> "\t\t\t\tnot path " + quoted(path + ".*") + "\n")
                .collect(Collectors.joining());
        return "\t\t\t@complete {\n\t\t\t\tpath_regexp ^/feeds/.+/archive/[0-9]+\\.\n" + open
                + "\t\t\t}\n\t\t\theader @complete Cache-Control " + quoted(site.archiveCaching()) + "\n";
    }

    private String hubs() {
        var lines = new StringBuilder("\t\tvars hubs \"\"\n");
        site.hubs().forEach((feed, links) -> lines.append("""
                		@hubs_%1$s path /feeds/%1$s.* /feeds/%1$s/*
                		vars @hubs_%1$s hubs %2$s
                """.formatted(feed, quoted(links))));
        return lines.toString();
    }

    private static String handle(String paths, String content) {
        String name = paths.replaceAll("[^a-z]", "");
        return "\t\t@%1$s path %2$s\n\t\thandle @%1$s {\n\t\t\troute {\n%5$s%3$s\t\t\t}\n%4$s"
                .formatted(name, paths, content, FILES, content.contains("@unknown") ? "" : absent(name));
    }

    /** What the file server cannot even look for, such as a name that is too long, is not there either. */
    private static String absent(String name) {
        return "\t\t\t@absent_%1$s not file {path}\n\t\t\terror @absent_%1$s 404\n".formatted(name);
    }

    /** A file that is called as if it were another one compressed is none, so these are sent as they are. */
    private String media() {
        var lines = new StringBuilder("\t\t@media path /media/*\n\t\thandle @media {\n\t\t\troute {\n");
        site.moved().forEach((from, to) -> lines.append("""
                			@media_%1$s {
                				path /media/%1$s/*
                				not file
                			}
                			redir @media_%1$s %3$s/media/%2$s{rest}{asked} permanent
                """.formatted(from, to, site.base())));
        lines.append(absent("media"));
        lines.append("\t\t\theader Content-Type application/octet-stream\n").append(headers(site.mediaFields()));
        var policies = site.mediaPolicies();
        int number = 0;
        for (var type : site.mediaTypes().entrySet()) {
            lines.append(typed(++number, "*." + type.getKey(), type.getValue(), policies.get(type.getValue())));
        }
        for (var odd : site.oddMedia().entrySet()) {
            lines.append(typed(++number, odd.getKey(), odd.getValue(), policies.get(odd.getValue())));
        }
        return lines + "\t\t\t}\n\t\t\tfile_server\n\t\t}\n";
    }

    private static String typed(int number, String path, String type, @Nullable String policy) {
        String name = "@type" + number;
        return "\t\t\t%1$s path %2$s\n\t\t\theader %1$s Content-Type %3$s\n".formatted(name, quoted(path), quoted(type))
                + (policy == null
                        ? "\t\t\theader " + name + " -Content-Security-Policy\n"
                        : "\t\t\theader " + name + " Content-Security-Policy " + quoted(policy) + "\n");
    }

    private String gone() {
        var lines = new StringBuilder();
        lines.append("""
                		@gone file /gone{path}.html /gone{path}/index.html
                		handle @gone {
                			route {
                			@told expression {asker} == "program"
                			error @told 410
                			}
                %s			rewrite * {file_match.relative}
                			file_server {
                				status 410
                				precompressed br gzip
                			}
                		}
                """.formatted(headers(site.fields(Kind.PAGE)) + VARY.replace("{vary}", quoted(site.errorVary()))));
        site.gone()
                .forEach(path -> lines.append("\t\terror ").append(quoted(path)).append(" 410\n"));
        return lines.toString();
    }

    private String ended() {
        var lines = new StringBuilder();
        site.retired()
                .forEach(feed -> lines.append("\t\t@ended_%1$s path /feeds/%1$s.* /feeds/%1$s/*\n".formatted(feed))
                        .append("\t\terror @ended_%s 410\n".formatted(feed)));
        return lines.toString();
    }

    /** Also where a file is missing to which an address would lead. */
    private String missing() {
        return """
                	handle_errors {
                		route {
                		header Cache-Control no-cache
                		header X-Content-Type-Options nosniff
                		header Access-Control-Allow-Origin *
                		header {
                			Vary %2$s
                			defer
                		}
                		@missing expression {http.error.status_code} == 404 && {asker} == "person"
                		handle @missing {
                %1$s			rewrite * /404.html
                			file_server {
                				precompressed br gzip
                			}
                		}
                		header Content-Type application/problem+json
                		@none expression {http.error.status_code} == 404
                		respond @none %3$s 404
                		@ended expression {http.error.status_code} == 410
                		respond @ended %4$s 410
                		@refused expression {http.error.status_code} == 400
                		respond @refused %5$s 400
                		respond {http.error.status_code}
                		}
                	}
                """.formatted(
                        headers(site.fields(Kind.PAGE)),
                        quoted(site.errorVary()),
                        CaddyRequests.problem("Not Found", "404"),
                        CaddyRequests.problem("Gone", "410"),
                        CaddyRequests.problem("Bad Request", "400"));
    }

    /** Of a feed that has another name, the articles that stayed in the one that has ended keep their pages. */
    private String moved() {
        var lines = new StringBuilder();
        // As it was sent: what a path says is not what an address may say.
        lines.append(
                "\t\tmap {http.request.orig_uri} {rest} {\n\t\t\t\"~^/[a-z]+/[a-z0-9-]+([^?]*)\" \"${1}\"\n\t\t}\n");
        lines.append("\t\tmap {path} {moved} {\n");
        site.movedPages()
                .forEach((path, address) -> lines.append("\t\t\t")
                        .append(quoted(path))
                        .append(' ')
                        .append(quoted(address))
                        .append('\n'));
        lines.append("""
                			default ""
                		}
                		@moved expression {moved} != ""
                		redir @moved {moved}{asked} permanent
                """);
        site.moved().forEach((from, to) -> lines.append("""
                		@feed_%1$s path_regexp ^/feeds/%1$s([./].*)?$
                		redir @feed_%1$s %3$s/feeds/%2$s{rest}{asked} permanent
                		@articles_%1$s {
                			path /articles/%1$s/*
                			not file {path}.html {path}/index.html /gone{path}.html /gone{path}/index.html
                		}
                		redir @articles_%1$s %3$s/articles/%2$s{rest}{asked} permanent
                """.formatted(from, to, site.base())));
        return lines.toString();
    }

    /** Pages are the same for all but for their codings. */
    private String headers(Kind kind) {
        return headers(site.fields(kind)) + VARY;
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

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
