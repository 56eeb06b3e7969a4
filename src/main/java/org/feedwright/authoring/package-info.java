/** How articles get in: the watched folder of Markdown and text files, read, checked and, where they are bad, quarantined. */
@NullMarked
package org.feedwright.authoring;

import org.jspecify.annotations.NullMarked;
