package org.feedwright.text;

import java.util.Optional;

/** The addresses in a text that lead elsewhere than their words say, such as the name of a file that is served here. */
public interface KnownAddresses {
    /** The absolute address to which an address leads; empty if it leads where it says. */
    Optional<String> address(String written);
}
