package org.feedwright.article;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.feedwright.text.Iri;
import org.feedwright.text.NamedUuid;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * The id that an author states for an article: any text on one line, so that a publisher who moves here can keep the
 * ids of other systems, such as {@code Buzzsprout-15712345} or {@code 45863 at https://example.com}.
 *
 * <p>Atom demands an IRI (<a href="https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6">RFC 4287 §4.2.6</a>). For any
 * other text a UUID is made of the text and of the feed's id, because two feeds may well have an article {@code 12345}
 * each.
 */
public record StatedId(String text) {
    /** The longest id in UTF-8, in which PostgreSQL's index measures. */
    public static final int LONGEST = 2000; // bytes

    /** The namespace of URLs (<a href="https://www.rfc-editor.org/rfc/rfc9562#section-6.6">RFC 9562 §6.6</a>). */
    private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** @throws IllegalArgumentException if the text is empty, is too long, or has control characters or line breaks */
    public StatedId {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an id is not empty");
        }
        if (!text.equals(XmlText.legal(text)) || text.codePoints().anyMatch(StatedId::isControl)) {
            throw new IllegalArgumentException("an id has no control characters and stands on one line");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + text.substring(0, 50) + "…' is longer than " + LONGEST + " bytes in UTF-8");
        }
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** Whether the text is an absolute IRI, which is an id by itself. */
    public boolean isIri() {
        return Iri.isAbsolute(text);
    }

    /** The id that the text is by itself; null where it takes a feed's id to make one. */
    @Nullable
    ArticleId iri() {
        return isIri() ? new ArticleId(text) : null;
    }

    /**
     * The id of the article in a feed.
     *
     * @param feed the id of the feed
     */
    public ArticleId within(String feed) {
        return isIri()
                ? new ArticleId(text)
                : new ArticleId("urn:uuid:" + NamedUuid.of(NamedUuid.of(ADDRESSES, feed), text));
    }

    /** Whether the text means an article: the article has this id, or the same text was stated for it. */
    public boolean means(Article article) {
        return text.equals(article.statedId()) || text.equals(article.id().value());
    }

    @Override
    public String toString() {
        return text;
    }
}
