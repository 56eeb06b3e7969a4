package org.feedwright.authoring.template;

/**
 * The HTML that takes the place of a tag.
 *
 * @param block where the tag has a line of its own
 * @param inline where it stands in a line
 */
record Piece(String block, String inline) {
    static final Piece NOTHING = new Piece("", "");

    /** A piece that is the same wherever it stands, such as an address. */
    static Piece of(String html) {
        return new Piece(html, html);
    }

    /** A piece that parts what stands around it: Markdown goes on behind an empty line. */
    static Piece apart(String html) {
        return new Piece(html + "\n", html);
    }
}
