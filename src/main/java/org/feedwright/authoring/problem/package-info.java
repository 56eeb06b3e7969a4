/** What is wrong with what an author wrote, or was ignored or guessed, where, and what to do about it. */
@NamedInterface("problem")
@NullMarked
package org.feedwright.authoring.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
