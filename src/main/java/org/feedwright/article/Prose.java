package org.feedwright.article;

import org.feedwright.text.XmlText;

/**
 * Running text, as its author wrote it and as HTML.
 *
 * @param source the text as it was written. A revision is judged by it, so that a new version of the Markdown library
 *     never makes an article look revised
 * @param html a cleaned HTML fragment; its addresses may be relative to the article's
 */
public record Prose(String source, String html) {
    public static final Prose EMPTY = new Prose("", "");

    public Prose {
        source = XmlText.legal(source);
        html = XmlText.legal(html);
    }

    public boolean isEmpty() {
        return html.isBlank();
    }
}
