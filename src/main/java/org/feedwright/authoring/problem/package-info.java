/** Problems and warnings: what is wrong in a text, or was ignored or guessed, in which line, and the remedy. */
@NamedInterface("problem")
@NullMarked
package org.feedwright.authoring.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
