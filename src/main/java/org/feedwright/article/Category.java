package org.feedwright.article;

import org.feedwright.text.XmlText;

/** A subject of an article, as its author named it: any characters, on one line. */
public record Category(String name) {
    /** @throws IllegalArgumentException if the name is empty */
    public Category {
        name = XmlText.line(name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a category has a name");
        }
    }
}
