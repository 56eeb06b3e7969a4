/** Reads reports that were pasted into text files. */
@NamedInterface("text")
@NullMarked
package org.feedwright.imports.pasted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
