/** Reads reports that were pasted into text files. */
@NamedInterface("text")
@NullMarked
package org.feedwright.imports.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
