/** Reads feeds of other publishers: Atom, RSS in all its versions, and JSON Feed. */
@NamedInterface("syndication")
@NullMarked
package org.feedwright.imports.syndication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
