/** The same documents and pages as files, for any web server. */
@NullMarked
package org.feedwright.export;

import org.jspecify.annotations.NullMarked;
