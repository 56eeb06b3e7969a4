/** Finds articles by words, categories and authors, alike in SQLite and PostgreSQL. */
@NullMarked
package org.feedwright.search;

import org.jspecify.annotations.NullMarked;
