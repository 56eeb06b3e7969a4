/** HTML without what could act or hide in a reader; what carried meaning leaves words or links behind. */
@NullMarked
package org.feedwright.authoring.html;

import org.jspecify.annotations.NullMarked;
