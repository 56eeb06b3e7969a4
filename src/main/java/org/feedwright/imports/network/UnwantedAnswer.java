package org.feedwright.imports.network;

import java.io.IOException;

/** A server answered, but not with what it was asked for. */
public final class UnwantedAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnwantedAnswer(int status) {
        super("the server answers " + status);
        this.status = status;
    }

    /** The status code of HTTP. */
    public int status() {
        return status;
    }
}
