/** Reads what WordPress exports (WXR). */
@NullMarked
package org.feedwright.imports.wordpress;

import org.jspecify.annotations.NullMarked;
