/** Which articles a feed shows, in which order, with which addresses, and what identifies it for ever. */
@NullMarked
package org.feedwright.feed;

import org.jspecify.annotations.NullMarked;
