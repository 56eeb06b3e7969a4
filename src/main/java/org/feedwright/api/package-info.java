/** The way in by HTTP: feeds and articles are published under {@code /api/v1} as JSON, by the same rules as files. */
@NullMarked
package org.feedwright.api;

import org.jspecify.annotations.NullMarked;
