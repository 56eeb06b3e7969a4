package org.feedwright.article;

import org.feedwright.text.XmlText;

/**
 * Running text as it was written and as it is shown.
 *
 * @param source what the author wrote; a revision is judged by it, so that a new version of the
 *     Markdown library never makes an article look revised
 * @param html an HTML fragment, cleaned; its addresses may be relative to the article's
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
