/** Feeds: their definitions, names and addresses, and the logical feeds that their categories and authors make. */
@NullMarked
package org.feedwright.feed;

import org.jspecify.annotations.NullMarked;
