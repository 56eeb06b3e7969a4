/** Where an article stands in each logical feed, for ever. Whatever is published, revised or withdrawn passes here. */
@NullMarked
package org.feedwright.timeline;

import org.jspecify.annotations.NullMarked;
