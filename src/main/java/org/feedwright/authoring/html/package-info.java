/** Cleans HTML of what could act or hide in a reader; an element with a meaning leaves words or a link. */
@NamedInterface("html")
@NullMarked
package org.feedwright.authoring.html;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
