/** An article as a feed shows it, with every address absolute, and the entries that each document shows. */
@NullMarked
package org.feedwright.entry;

import org.jspecify.annotations.NullMarked;
