/**
 * Articles as a feed shows them, with every address absolute, and the selection of entries that each document shows.
 */
@NullMarked
package org.feedwright.entry;

import org.jspecify.annotations.NullMarked;
