/** What was written: the stored source of truth, and its rules of identity and dates. */
@NullMarked
package org.feedwright.article;

import org.jspecify.annotations.NullMarked;
