package org.feedwright.text;

import java.util.Optional;

/** The addresses in a text that have to be replaced, such as the name of a file that is served by Feedwright. */
public interface KnownAddresses {
    /** The absolute address that replaces a written address; empty if the written address stays. */
    Optional<String> address(String written);
}
