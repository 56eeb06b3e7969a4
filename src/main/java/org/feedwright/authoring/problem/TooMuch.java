package org.feedwright.authoring.problem;

/** A file has, or would become, more than its bounds allow. It states what there is too much of and what to do. */
public final class TooMuch extends IllegalArgumentException {
    public static final String PART = "part it into several articles, or close what its markup opens";

    private final String remedy;

    public TooMuch(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
