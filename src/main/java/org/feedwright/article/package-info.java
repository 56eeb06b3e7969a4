/** What was written: the stored source of truth, from which everything else can be made again. */
@NullMarked
package org.feedwright.article;

import org.jspecify.annotations.NullMarked;
