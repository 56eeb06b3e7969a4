/** Finds former names and addresses that are claimed twice in the folder, or that lead nowhere. */
@NullMarked
package org.feedwright.folder.claim;

import org.jspecify.annotations.NullMarked;
