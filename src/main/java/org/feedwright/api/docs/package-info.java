/** The description of the API (OpenAPI 3.1), and the page at which people read and try it. */
@NullMarked
package org.feedwright.api.docs;

import org.jspecify.annotations.NullMarked;
