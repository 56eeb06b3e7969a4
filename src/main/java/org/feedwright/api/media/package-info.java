/** The files of the API: sent whole, several at once or in parts, listed and removed. */
@NamedInterface("media")
@NullMarked
package org.feedwright.api.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
