/** The current bytes of every document, rendered once after a change, for whoever hands them out. */
@NullMarked
package org.feedwright.edition;

import org.jspecify.annotations.NullMarked;
