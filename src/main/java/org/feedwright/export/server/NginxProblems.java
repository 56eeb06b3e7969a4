package org.feedwright.export.server;

/** What nginx tells programs of what went wrong, as problems (RFC 9457), and anyone of the methods that there are. */
final class NginxProblems {
    private final String vary;

    /** @param vary what an error depends on */
    NginxProblems(String vary) {
        this.vary = vary;
    }

    String text() {
        return problem("@missing", "404", "Not Found", "Vary " + NginxConfiguration.quoted(vary), "")
                + problem("@ended", "410", "Gone", "Vary " + NginxConfiguration.quoted(vary), "")
                + problem(
                        "@method",
                        "405",
                        "Method Not Allowed",
                        "Allow " + NginxConfiguration.quoted(ServerFacts.METHODS),
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
                """.formatted(location, status, title, field, first, NginxConfiguration.quoted(ServerFacts.METHODS));
    }
}
