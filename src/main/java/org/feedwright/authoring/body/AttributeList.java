package org.feedwright.authoring.body;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that generators let authors write behind an element: {@code {#id .class key=value}} (Hugo, Docusaurus,
 * Python-Markdown), {@code {: .class #id}} (Kramdown).
 *
 * @param id the id in it; null if there is none
 * @param isMarked whether it can be nothing else: it begins with a colon, or has an id or a class
 * @param isContents whether it asks for a table of contents
 * @param extension Kramdown's own word in it, such as {@code :comment} or {@code /comment}; empty if there is none
 */
record AttributeList(@Nullable String id, boolean isMarked, boolean isContents, String extension) {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:#([^\\s#.{}\"']++)|(\\.[^\\s{}\"'=]++)|[\\w:-]++=(?:\"[^\"]*+\"|'[^']*+'|[^\\s{}\"']++)|([\\w:-]++))");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\s*#([^\\s*]++)\\s*\\*/");
    /** A part of Kramdown's own: options, or the names of attributes for later. */
    private static final Pattern EXTENSION = Pattern.compile("(:?/?[\\w:-]*+)(?:\\s.*)?/?");

    private static final int LONGEST = 1_000;

    /** Reads what stands between braces; empty if that is no list of attributes. */
    static Optional<AttributeList> of(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var comment = COMMENT.matcher(text);
        if (comment.matches()) {
            return Optional.of(new AttributeList(comment.group(1), true, false, ""));
        }
        boolean isKramdown = text.startsWith(":");
        return tokens(isKramdown ? text.substring(1).strip() : text, isKramdown);
    }

    private static Optional<AttributeList> tokens(String text, boolean isKramdown) {
        var token = TOKEN.matcher(text);
        String id = null;
        boolean isMarked = isKramdown;
        boolean isContents = false;
        int end = 0;
        while (end < text.length() && token.region(end, text.length()).lookingAt()) {
            id = token.group(1) == null ? id : token.group(1);
            isMarked |= token.group(1) != null || token.group(2) != null;
            isContents |= "toc".equals(token.group(3));
            if (token.group(3) != null && !isKramdown) {
                return Optional.empty(); // a word may be anything
            }
            end = token.end();
        }
        boolean isWhole = end == text.length() && (end > 0 || isKramdown);
        var extension = EXTENSION.matcher(text);
        boolean isExtension = isKramdown && extension.matches();
        return isWhole || isExtension
                ? Optional.of(new AttributeList(
                        isWhole ? id : null, isMarked, isContents, isExtension ? extension.group(1) : ""))
                : Optional.empty();
    }
}
