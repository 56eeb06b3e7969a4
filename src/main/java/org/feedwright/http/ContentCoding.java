package org.feedwright.http;

/** How a document's bytes are coded for the way (RFC 9110 §8.4.1), from the plainest to the smallest. */
public enum ContentCoding {
    IDENTITY("identity", ""),
    GZIP("gzip", "-gzip"),
    BROTLI("br", "-br");

    private final String token;
    private final String suffix;

    ContentCoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** Its name in {@code Content-Encoding} and {@code Accept-Encoding}. */
    public String token() {
        return token;
    }

    /**
     * What its entity tags end in, for "a strong validator is unique across all encodings" of a
     * representation (RFC 9110 §8.8.1).
     */
    public String suffix() {
        return suffix;
    }
}
