/**
 * Gives articles their places in each logical feed, for ever. Everything is published, revised and withdrawn through
 * here.
 */
@NullMarked
package org.feedwright.timeline;

import org.jspecify.annotations.NullMarked;
