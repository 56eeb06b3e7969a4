/** What imports fetch from elsewhere: within bounds, and never from private addresses unless that is asked for. */
@NamedInterface("network")
@NullMarked
package org.feedwright.imports.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
