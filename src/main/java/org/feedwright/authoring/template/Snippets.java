package org.feedwright.authoring.template;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** The HTML of what tags show. */
final class Snippets {
    private static final Set<String> NAMED =
            Set.of("attention", "caution", "danger", "error", "important", "info", "note", "success", "tip", "warning");

    private Snippets() {}

    static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + Entities.escape(value) + "\"";
    }

    static String image(String source, String alternative, String title, String width, String height) {
        return "<img src=\"" + Entities.escape(source) + "\" alt=\"" + Entities.escape(alternative) + "\""
                + attribute("title", title) + attribute("width", width) + attribute("height", height) + ">";
    }

    /** A picture with what is said of it, in HTML; empty if nothing is said. */
    static Piece figure(String image, String link, String caption) {
        String shown = link.isEmpty() ? image : "<a" + attribute("href", link) + ">" + image + "</a>";
        String said = caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
        return Piece.apart("<figure>" + shown + said + "</figure>");
    }

    static Piece link(String address, String words) {
        String link = anchor(address, words);
        return new Piece("<p>" + link + "</p>\n", link);
    }

    static String anchor(String address, String words) {
        return "<a" + attribute("href", address) + ">" + Entities.escape(words.isEmpty() ? address : words) + "</a>";
    }

    /** Code, byte for byte, but without the line ends around it. */
    static Piece code(String code, String language) {
        String text = Entities.escape(code.replaceFirst("^[ \\t]*\\R", "").replaceFirst("\\R[ \\t]*$", "\n"));
        String type = language.isEmpty() ? "" : attribute("class", "language-" + language);
        return Piece.apart("<pre><code" + type + ">" + text + "</code></pre>");
    }

    /** The beginning of a quotation, with a bold title; its text in Markdown follows. */
    static Piece quote(String title) {
        return Piece.apart("<blockquote>" + (title.isEmpty() ? "" : "<p><strong>" + title + "</strong></p>"));
    }

    /** The end of a quotation. An empty line parts it from the Markdown before it. */
    static Piece endOfQuote(String source) {
        return Piece.apart("\n" + (source.isEmpty() ? "" : "<footer>" + source + "</footer>") + "</blockquote>");
    }

    /** The name of a kind of note as words; empty if it only means a look. */
    static String words(String kind) {
        String name = kind.toLowerCase(Locale.ROOT);
        return NAMED.contains(name) ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : "";
    }

    /** The file of an article that a tag names, however it names it. */
    static String article(String named) {
        int part = named.indexOf('#');
        String fragment = part < 0 ? "" : named.substring(part);
        String path = (part < 0 ? named : named.substring(0, part)).replaceFirst("/+$", "");
        if (path.isEmpty()) {
            return fragment;
        }
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (name.matches("_?index\\.\\w+") && slash > 0) {
            return address(path.substring(path.lastIndexOf('/', slash - 1) + 1)) + fragment;
        }
        return address(name.matches("(?i).+\\.(?:md|markdown|html|txt)") ? name : name + ".md") + fragment;
    }

    /** An address that may stand between the brackets of a link. */
    static String address(String text) {
        return text.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }
}
