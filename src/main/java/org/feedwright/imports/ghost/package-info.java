/** Reads what Ghost exports. */
@NullMarked
package org.feedwright.imports.ghost;

import org.jspecify.annotations.NullMarked;
