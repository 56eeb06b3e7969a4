/** Articles as they are stored, the source of truth, with the rules of identity and dates. */
@NullMarked
package org.feedwright.article;

import org.jspecify.annotations.NullMarked;
