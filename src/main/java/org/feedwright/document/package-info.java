/** A feed as bytes: Atom, RSS 2.0 and 1.0, and JSON Feed, without web, database or clock. The only package that knows ROME. */
@NullMarked
package org.feedwright.document;

import org.jspecify.annotations.NullMarked;
