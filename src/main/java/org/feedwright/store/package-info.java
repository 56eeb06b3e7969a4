/** The store on SQLite or PostgreSQL: connections, tables, transactions and health. It knows no other package. */
@NullMarked
package org.feedwright.store;

import org.jspecify.annotations.NullMarked;
