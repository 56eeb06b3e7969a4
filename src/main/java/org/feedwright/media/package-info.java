/** The files that come with articles, served from the folder, with ranges. */
@NullMarked
package org.feedwright.media;

import org.jspecify.annotations.NullMarked;
