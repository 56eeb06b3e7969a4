/** Front matter in the notations that people have: cut off from the body, and read as one kind of mapping. */
@NamedInterface("front")
@NullMarked
package org.feedwright.authoring.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
