/** Keeps the current bytes of every document, rendered once after a change, for all that send them. */
@NullMarked
package org.feedwright.edition;

import org.jspecify.annotations.NullMarked;
