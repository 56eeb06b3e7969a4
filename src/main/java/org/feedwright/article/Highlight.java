package org.feedwright.article;

import org.feedwright.text.XmlText;

/** One point of an article's summary: plain text, on one line. */
public record Highlight(String text) {
    /** @throws IllegalArgumentException if the text is empty */
    public Highlight {
        text = XmlText.line(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a highlight has a text");
        }
    }
}
