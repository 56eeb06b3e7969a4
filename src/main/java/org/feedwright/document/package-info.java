/** A feed as bytes: pure rendering to Atom, RSS 2.0 and 1.0, and JSON Feed, without web, database or clock. The only package that knows ROME. */
@NullMarked
package org.feedwright.document;

import org.jspecify.annotations.NullMarked;
