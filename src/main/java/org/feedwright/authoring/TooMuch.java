package org.feedwright.authoring;

/** A file would become more than any reader takes: what it is too much of, and what to do. */
final class TooMuch extends IllegalArgumentException {
    static final String PART = "part it into several articles, or close what its markup opens";

    private final String remedy;

    TooMuch(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
