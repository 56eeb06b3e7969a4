package org.feedwright.export.server;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What nginx is told beside its servers: what follows from an address, and from who asks. */
final class NginxMaps {
    private final ServerFacts site;

    NginxMaps(ServerFacts site) {
        this.site = site;
    }

    String text() {
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
                        .append(NginxConfiguration.quoted(path))
                        .append(' ')
                        .append(NginxConfiguration.quoted(caching()))
                        .append(";\n"));
        var policies = new StringBuilder();
        site.mediaPolicies()
                .forEach((type, policy) -> policies.append("  ")
                        .append(NginxConfiguration.quoted("~^" + type.replaceAll("[.+*]", "\\\\$0") + "$"))
                        .append(' ')
                        .append(NginxConfiguration.quoted(policy))
                        .append(";\n"));
        return NginxConfiguration.WRITTEN
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
                                NginxConfiguration.quoted(caching()),
                                NginxConfiguration.quoted(site.archiveCaching()),
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
                """.formatted(site.base(), feeds, ServerFacts.extensions());
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
                        ServerFacts.extensions(),
                        NginxConfiguration.quoted(site.documentVary()),
                        NginxConfiguration.quoted(site.pageVary()));
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
}
