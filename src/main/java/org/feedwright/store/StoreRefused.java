package org.feedwright.store;

/** This version of the program must not use the store, so the application does not start. */
public final class StoreRefused extends IllegalStateException {
    private final String remedy;

    /**
     * @param wrong what is wrong with the store, as a sentence without its full stop
     * @param remedy what the operator can do about it
     */
    public StoreRefused(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
