/** Who a feed is: its definition, its names, its addresses, and the logical feeds that its categories and authors make of it. */
@NullMarked
package org.feedwright.feed;

import org.jspecify.annotations.NullMarked;
