package org.feedwright.article;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.feedwright.text.Iri;

/**
 * The id of an article, for ever: an absolute IRI, compared character by character (<a
 * href="https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6">RFC 4287 §4.2.6</a>).
 *
 * <p>It is minted once, or stated by the author, and kept in the store: no rename, new title or new base URL changes
 * it.
 */
public record ArticleId(String value) implements Comparable<ArticleId> {

    private static final int LONGEST = 2000; // characters; PostgreSQL cannot index what is much longer
    private static final int LONGEST_ATTEMPT = 11; // characters

    /** A part of the grammar only, so that whatever has been stored as an id stays one. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*+:[^\\s\\p{Cntrl}<>\"]++");

    /** @throws IllegalArgumentException if the value cannot be an absolute IRI, or is longer than 2000 characters */
    public ArticleId {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + value.substring(0, 50) + "…' is longer than " + LONGEST + " characters");
        }
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not an absolute IRI such as tag:example.org,2026:x");
        }
    }

    /**
     * Mints a {@code tag:} URI (<a href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151</a>).
     *
     * @param attempt 1 for the plain id; a higher number makes another id, where the plain one was given to an article
     *     that has been renamed or withdrawn since
     */
    public static ArticleId mint(String authority, LocalDate published, FeedName feed, Slug slug, int attempt) {
        String plain = "tag:" + authority + "," + published + ":" + feed + "/" + slug.encoded();
        return new ArticleId(attempt == 1 ? plain : plain + "~" + attempt);
    }

    /** Whether an address can be an article's id. */
    public static boolean isAddress(String address) {
        return address.length() <= LONGEST - LONGEST_ATTEMPT && Iri.isAbsolute(address);
    }

    /**
     * The id of an article that is identified by its address.
     *
     * @param attempt 1 for the address itself; a higher number makes another id, where the address was given to an
     *     article that has been withdrawn since, or has another address now
     */
    public static ArticleId ofAddress(String address, int attempt) {
        return new ArticleId(attempt == 1 ? address : address + (address.indexOf('#') < 0 ? "#" : "~") + attempt);
    }

    /** Whether this is {@link #ofAddress} of an address, in whichever attempt. */
    public boolean isOf(String address) {
        return value.equals(address)
                || (value.startsWith(address)
                        && value.substring(address.length()).matches("[#~][1-9][0-9]*"));
    }

    /**
     * The id that a text is by itself.
     *
     * @throws IllegalArgumentException if the text is no absolute IRI (RFC 3987 §2.2), or is too long
     */
    public static ArticleId ofIri(String text) {
        if (!Iri.isAbsolute(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an absolute IRI");
        }
        return new ArticleId(text);
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
