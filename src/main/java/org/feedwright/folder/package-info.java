/** The way in for files: watches the folder of feeds, and brings the store in line with it. */
@NullMarked
package org.feedwright.folder;

import org.jspecify.annotations.NullMarked;
