package org.feedwright.authoring;

/**
 * A value that was understood and is refused all the same.
 *
 * <p>Its message goes on behind "'published' is '…', ".
 */
final class Refused extends IllegalArgumentException {
    private final String remedy;

    Refused(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
