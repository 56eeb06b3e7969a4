/** Problems and warnings: what is wrong, ignored or guessed in an author's text, where, and what to do about it. */
@NamedInterface("problem")
@NullMarked
package org.feedwright.authoring.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
