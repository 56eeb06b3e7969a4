package org.feedwright.export.server;

/** A kind of page or file whose answers all have the same header fields. */
enum ResponseKind {
    PAGE,
    ASSET_CSS,
    ASSET_SVG,
    ICON,
    OPML,
    TEXT,
    XML;

    static ResponseKind of(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1).replaceFirst("^.*\\.", "")) {
            case "opml" -> OPML;
            case "txt" -> path.equals("/robots.txt") ? TEXT : PAGE;
            case "css" -> path.startsWith("/assets/") ? ASSET_CSS : PAGE;
            case "svg" -> path.startsWith("/assets/") ? ASSET_SVG : PAGE;
            case "ico" -> path.equals("/favicon.ico") ? ICON : PAGE;
            case "xml" -> path.startsWith("/sitemap") ? XML : PAGE;
            default -> PAGE;
        };
    }
}
