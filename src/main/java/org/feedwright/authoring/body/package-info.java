/** Turns bodies in Markdown and plain text into clean HTML, and takes highlights and the disclaimer out of them. */
@NullMarked
package org.feedwright.authoring.body;

import org.jspecify.annotations.NullMarked;
