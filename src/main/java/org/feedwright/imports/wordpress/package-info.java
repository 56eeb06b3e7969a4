/** Reads what WordPress exports (WXR). */
@NamedInterface("wordpress")
@NullMarked
package org.feedwright.imports.wordpress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
