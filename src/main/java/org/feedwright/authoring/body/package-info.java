/** Bodies in Markdown and plain text, as clean HTML, with their highlights and disclaimer taken out. */
@NullMarked
package org.feedwright.authoring.body;

import org.jspecify.annotations.NullMarked;
