/** Reads feeds of any format, so that their articles become files, or are compared with what is here. */
@NamedInterface("feed")
@NullMarked
package org.feedwright.imports.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
