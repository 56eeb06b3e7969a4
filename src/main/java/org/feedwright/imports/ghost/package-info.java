/** Reads what Ghost exports. */
@NamedInterface("ghost")
@NullMarked
package org.feedwright.imports.ghost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
