/** Readers and aggregators ask for documents; this answers as little as is honest. */
@NullMarked
package org.feedwright.poll;

import org.jspecify.annotations.NullMarked;
