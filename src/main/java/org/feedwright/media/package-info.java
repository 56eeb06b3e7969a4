/** Serves the files that come with articles out of the folder, with ranges. */
@NullMarked
package org.feedwright.media;

import org.jspecify.annotations.NullMarked;
