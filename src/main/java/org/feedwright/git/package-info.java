/** Brings what is in a repository of Git into the folder: at the start, every so often, and when a server of Git says so. */
@NullMarked
package org.feedwright.git;

import org.jspecify.annotations.NullMarked;
