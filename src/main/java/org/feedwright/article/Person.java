package org.feedwright.article;

import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wrote an article (RFC 4287 §3.2).
 *
 * @param name never empty
 * @param email an e-mail address, where the author gave one
 * @param uri the person's page, where the author gave one
 */
public record Person(
        String name, @Nullable String email, @Nullable String uri) {
    /** @throws IllegalArgumentException if the name is empty */
    public Person {
        name = XmlText.line(name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a person has a name");
        }
        email = XmlText.lineOrNull(email);
        uri = XmlText.lineOrNull(uri);
    }

    public static Person named(String name) {
        return new Person(name, null, null);
    }
}
