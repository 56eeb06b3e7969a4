/** The ways in: what other systems exported, as files that a person can read and edit. */
@NullMarked
package org.feedwright.imports;

import org.jspecify.annotations.NullMarked;
