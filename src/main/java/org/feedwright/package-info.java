/** Starts the application. */
@NullMarked
package org.feedwright;

import org.jspecify.annotations.NullMarked;
