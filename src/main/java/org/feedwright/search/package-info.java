/** Finds articles by words, categories and authors. */
@NullMarked
package org.feedwright.search;

import org.jspecify.annotations.NullMarked;
