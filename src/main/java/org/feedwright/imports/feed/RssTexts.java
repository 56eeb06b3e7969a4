package org.feedwright.imports.feed;

import java.util.regex.Pattern;
import org.feedwright.text.HtmlLine;
import org.jspecify.annotations.Nullable;

/**
 * Tells the summary from the content. RSS has one element for both, {@code description}, and many a feed has nothing
 * else.
 */
record RssTexts(@Nullable String summary, @Nullable String content) {
    private static final int SHORT = 600; // characters; most programs that cut texts do so before

    private static final Pattern CUT = Pattern.compile(
            "(?is).*(?:\\[?(?:…|\\.\\.\\.)\\]?"
                    + "|\\b(?:read more|continue reading|weiterlesen|lire la suite|leer más|читать далее)\\b.{0,80})\\s*(?:→|»)?");
    private static final Pattern APPEARED =
            Pattern.compile("(?is)\\bThe post .{1,400} (?:first )?appeared (?:first )?on .{1,200}$");

    static RssTexts of(@Nullable String description, @Nullable String encoded, boolean isOwn) {
        if (encoded != null) {
            boolean isRepeated = description == null || description.equals(encoded);
            return new RssTexts(isRepeated ? null : description, encoded);
        }
        return description != null && (isOwn ? isList(description) : isCut(description))
                ? new RssTexts(description, null)
                : new RssTexts(null, description);
    }

    /** Whether a text ends as a beginning does that some program has cut off. */
    static boolean isCut(String html) {
        String line = APPEARED.matcher(HtmlLine.of(html)).replaceFirst("").strip();
        return line.length() <= SHORT * 2 && CUT.matcher(line).matches();
    }

    private static boolean isList(@Nullable String html) {
        return html != null && Highlights.of(html).isPresent();
    }
}
