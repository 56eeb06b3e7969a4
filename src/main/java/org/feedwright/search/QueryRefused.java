package org.feedwright.search;

/** A query that cannot be understood. The reason says what is wrong with it and what to do. */
public final class QueryRefused extends RuntimeException {
    private final String reason;

    public QueryRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
