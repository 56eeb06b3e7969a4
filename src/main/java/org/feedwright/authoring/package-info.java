/** Reads and checks what authors write, from wherever it comes: front matter, bodies, and the definitions of feeds. */
@NullMarked
package org.feedwright.authoring;

import org.jspecify.annotations.NullMarked;
