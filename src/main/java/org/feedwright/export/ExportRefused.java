package org.feedwright.export;

/** Nothing can be exported to a directory; the message says why and what to do, in a sentence. */
public final class ExportRefused extends RuntimeException {
    ExportRefused(String message) {
        super(message);
    }
}
