package org.feedwright.store.nodes;

/**
 * Someone who keeps copies of what is stored, and is called when another node may have changed it. It is called by one
 * thread, one call after another; many changes that come together are one call.
 */
public interface ChangeListener {
    /** Another node has changed something, or may have while this one could not hear. */
    void onChangeElsewhere();

    /**
     * Another server answers as the database now, and may lack what was committed last. What was read from the store
     * before may be in none of its states.
     */
    default void onOtherHistory() {
        onChangeElsewhere();
    }
}
