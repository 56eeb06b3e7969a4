/** Cleans HTML of what could act or hide in a reader; an element with a meaning leaves words or a link. */
@NullMarked
package org.feedwright.authoring.html;

import org.jspecify.annotations.NullMarked;
