/** The way in for writing apps: Micropub (a W3C Recommendation), which publishes as the API does. */
@NullMarked
package org.feedwright.micropub;

import org.jspecify.annotations.NullMarked;
