package org.feedwright.imports;

/** A file elsewhere could not be had; the message says why. */
final class MediaMissing extends Exception {
    private static final long serialVersionUID = 1L;

    MediaMissing(String why) {
        super(why);
    }
}
