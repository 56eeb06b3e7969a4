package org.feedwright.folder.report;

/** What brings files into the folder from elsewhere, before it is looked at for the first time and after. */
@FunctionalInterface
public interface FolderSource {
    /** Whether the folder is empty only because nothing has been brought yet, and something may come at any moment. */
    boolean isBringingTheFirst();
}
