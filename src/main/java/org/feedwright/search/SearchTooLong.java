package org.feedwright.search;

/** A search was cancelled, because it would have kept the store busy for too long. */
public final class SearchTooLong extends RuntimeException {
    SearchTooLong(Throwable cause) {
        super("a search took too long", cause);
    }
}
