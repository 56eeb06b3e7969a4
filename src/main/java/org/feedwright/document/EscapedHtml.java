package org.feedwright.document;

/** The HTML of entries as the text of XML, which most of a document is. */
final class EscapedHtml {
    private EscapedHtml() {}

    /** What JDOM would write, which looks at each character by itself. */
    static String of(String html) {
        var escaped = new StringBuilder(html.length() + html.length() / 8 + 16);
        int done = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c <= '>' && (c == '<' || c == '>' || c == '&' || c == '\r')) {
                escaped.append(html, done, i).append(reference(c));
                done = i + 1;
            }
        }
        return done == 0 ? html : escaped.append(html, done, html.length()).toString();
    }

    private static String reference(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> "&#xD;";
        };
    }
}
