/** Backups: everything that a publisher has in one file, put back into either database, or moved between them. */
@NullMarked
package org.feedwright.backup;

import org.jspecify.annotations.NullMarked;
