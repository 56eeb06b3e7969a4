/** SQLite or PostgreSQL: connections, schema, transactions, and how the store is. It knows no other package. */
@NullMarked
package org.feedwright.store;

import org.jspecify.annotations.NullMarked;
