package org.feedwright.operate;

import java.util.Objects;

/** The versions of what runs here. */
final class Versions {
    private Versions() {}

    /** Feedwright's own, which stands in the jar's manifest. */
    static String feedwright() {
        return Objects.requireNonNullElse(Versions.class.getPackage().getImplementationVersion(), "not packaged");
    }

    static String java() {
        return Runtime.version().toString();
    }
}
