/** The words of HTTP that everyone who answers needs: dates, entity tags, conditions, and who asks. It knows nobody. */
@NullMarked
package org.feedwright.http;

import org.jspecify.annotations.NullMarked;
