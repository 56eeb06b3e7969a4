package org.feedwright.access;

import java.util.Set;

/** The addresses before which no gate stands: the description of the API, which says how it is used. */
public final class OpenAddresses {
    /** The page. */
    public static final String DOCS = "/api/docs";

    /** The description, and what the page is made of, by their names below the page's address. */
    public static final Set<String> FILES = Set.of("openapi.yaml", "page.js", "swagger-ui.css", "swagger-ui-bundle.js");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private OpenAddresses() {}

    /** Whether a request may pass without a token. The path is compared as it is: every other spelling needs one. */
    static boolean contain(String method, String path) {
        return READING.contains(method)
                && (path.equals(DOCS)
                        || path.equals(DOCS + "/")
                        || (path.startsWith(DOCS + "/") && FILES.contains(path.substring(DOCS.length() + 1))));
    }
}
