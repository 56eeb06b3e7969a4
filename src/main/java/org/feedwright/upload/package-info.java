/** Files that came through the API: received whole or in parts, and kept in the store, so that every node has them. */
@NullMarked
package org.feedwright.upload;

import org.jspecify.annotations.NullMarked;
