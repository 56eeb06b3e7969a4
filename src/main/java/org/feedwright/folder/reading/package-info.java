/** Reads files of the folder, several at once, each within the time that one file may take. */
@NullMarked
package org.feedwright.folder.reading;

import org.jspecify.annotations.NullMarked;
