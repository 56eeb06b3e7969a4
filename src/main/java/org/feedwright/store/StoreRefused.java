package org.feedwright.store;

/** The store is not one that this version of the program may use, so the application does not start. */
final class StoreRefused extends IllegalStateException {
    private final String remedy;

    /**
     * @param wrong what is wrong with it, as a sentence without its full stop
     * @param remedy what the operator can do about it
     */
    StoreRefused(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
