/** Stores articles by statements that SQLite and PostgreSQL both take. */
@NullMarked
package org.feedwright.article.jdbc;

import org.jspecify.annotations.NullMarked;
