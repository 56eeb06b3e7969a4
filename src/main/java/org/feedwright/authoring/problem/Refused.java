package org.feedwright.authoring.problem;

/**
 * A value that was understood but is not accepted.
 *
 * <p>The message is worded to follow "'published' is '…', ".
 */
public final class Refused extends IllegalArgumentException {
    private final String remedy;

    public Refused(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    /** What the author can do about it. */
    public String remedy() {
        return remedy;
    }
}
