/** The folder as it is on the disk: files, their names, their stamps, and what lies beside an article. */
@NullMarked
package org.feedwright.folder.disk;

import org.jspecify.annotations.NullMarked;
