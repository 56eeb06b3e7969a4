package org.feedwright.backup;

/** Something cannot be backed up or restored; the message says why and what to do. */
public final class BackupRefused extends RuntimeException {
    BackupRefused(String message) {
        super(message);
    }
}
