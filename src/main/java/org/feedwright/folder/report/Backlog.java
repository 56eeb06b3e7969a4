package org.feedwright.folder.report;

/** How much of the folder is still to be taken in. */
@FunctionalInterface
public interface Backlog {
    /** How many files this node knows to be new or changed, and has not read yet. */
    int waiting();
}
