package org.feedwright.export.server;

/** What Caddy is told to do with a request before it looks for a file. */
final class CaddyRequests {
    private final ServerFacts site;

    CaddyRequests(ServerFacts site) {
        this.site = site;
    }

    String text() {
        return asked() + methods() + sane() + spellings();
    }

    /** Who asks, and what errors say of that. */
    private String asked() {
        return """
                		map {query} {asked} {
                			"" ""
                			default "?{query}"
                		}
                		map "{header.Sec-Fetch-Dest}|{header.Accept}" {asker} {
                			"~^(document|iframe|frame)[|]" person
                			"~^[^|]+[|]" program
                			"~(?i)^[|].*application/(atom|rss|rdf)[+]xml" program
                			"~(?i)^[|].*application/feed[+]json" program
                			"~(?i)^[|].*text/html" person
                			default program
                		}
                		map {http.request.orig_uri} {instance} {
                			"~^([A-Za-z0-9/._~%%!$&'()*+,;=:@-]*)([?].*)?$" "${1}"
                			default ""
                		}
                		map {http.request.orig_uri} {vary} {
                			"~^/+feeds/[^?]+([.]|%%2[eE])(%1$s)([?].*)?$" %2$s
                			default %3$s
                		}
                """.formatted(
                        ServerFacts.extensions(),
                        CaddyConfiguration.quoted(site.documentVary()),
                        CaddyConfiguration.quoted(site.pageVary()));
    }

    /** The file server would answer whatever is asked of it as if it were GET. */
    private String methods() {
        return """
                		@written not method GET HEAD
                		handle @written {
                			route {
                			header Allow %1$s
                			header Cache-Control no-cache
                			header Access-Control-Allow-Origin *
                			header Access-Control-Allow-Methods %1$s
                			header Access-Control-Allow-Headers "If-None-Match, If-Modified-Since"
                			header Access-Control-Max-Age 86400
                			@asked_for_leave method OPTIONS
                			respond @asked_for_leave 204
                			header Content-Type application/problem+json
                			header X-Content-Type-Options nosniff
                			respond %2$s 405
                			}
                		}
                """.formatted(CaddyConfiguration.quoted(ServerFacts.METHODS), problem("Method Not Allowed", "405"));
    }

    static String problem(String title, String status) {
        return "`{\"title\":\"%s\",\"status\":%s,\"instance\":\"{instance}\"}`".formatted(title, status);
    }

    /**
     * An address that no file can have is refused; and a range of anything but bytes is passed over: "an origin server
     * MUST ignore a Range header field that contains a range unit it does not understand" (RFC 9110 §14.2).
     */
    private static String sane() {
        return """
                		@unreadable path_regexp \\x00
                		error @unreadable 400
                		@other_range {
                			header Range *
                			not header_regexp Range ^bytes=[0-9,\\s-]*$
                		}
                		request_header @other_range -Range
                """;
    }

    /** Each address has one spelling, to which the others lead; of files only those that are there. */
    private String spellings() {
        var feeds = new StringBuilder();
        site.feeds()
                .forEach(feed -> feeds.append("\t\t\t\"~^/(feeds|articles|media)/(?i:")
                        .append(feed)
                        .append(")([./][^?]*)?([?].*)?$\" \"")
                        .append(site.base())
                        .append("/${1}/")
                        .append(feed)
                        .append("${2}\"\n"));
        return """
                		map {http.request.orig_uri} {spelling} {
                			"~^([^?]*?)//+([^?]*)" "%1$s${1}/${2}"
                			"~^/(feeds|articles|media)/[a-z0-9-]+([./?]|$)" ""
                %2$s			default ""
                		}
                		@misspelt expression {spelling} != ""
                		redir @misspelt {spelling}{asked} permanent
                		map {path} {bare} {
                			"~^(/(?:feeds|articles)/.*[^/])/+$" "${1}"
                			default /none
                		}
                		map {path} {bare_document} {
                			"~^(/feeds/.+\\.(?:%3$s))/+$" "${1}"
                			default /none
                		}
                		map {http.request.orig_uri} {bare_path} {
                			"~^([^?]*[^/?])/+([?].*)?$" "%1$s${1}"
                			default ""
                		}
                		@bare file {bare}.html {bare}/index.html {bare_document}
                		redir @bare {bare_path}{asked} permanent
                """.formatted(site.base(), feeds, ServerFacts.extensions());
    }
}
