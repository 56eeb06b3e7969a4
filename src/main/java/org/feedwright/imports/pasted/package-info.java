/** Reads texts that were pasted from pages: finds their parts, and repairs what a wrong decoding has damaged. */
@NamedInterface("pasted")
@NullMarked
package org.feedwright.imports.pasted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
