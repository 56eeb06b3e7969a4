/** The files that come with articles, served from the folder with ranges: to players, browsers and readers alike. */
@NullMarked
package org.feedwright.media;

import org.jspecify.annotations.NullMarked;
