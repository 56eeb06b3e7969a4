/** The store's memory of the folder: which file holds which article, and which files it names. */
@NullMarked
package org.feedwright.folder.ledger;

import org.jspecify.annotations.NullMarked;
