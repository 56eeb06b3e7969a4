package org.feedwright.authoring.problem;

/**
 * A value that was understood and is refused all the same.
 *
 * <p>Its message goes on behind "'published' is '…', ".
 */
public final class Refused extends IllegalArgumentException {
    private final String remedy;

    public Refused(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    /** The remedy for the author. */
    public String remedy() {
        return remedy;
    }
}
