/** Several nodes on one store: they tell each other of changes, and one of them has the lease of the folder. */
@NamedInterface("nodes")
@NullMarked
package org.feedwright.store.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
