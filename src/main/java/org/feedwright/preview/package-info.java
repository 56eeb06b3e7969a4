/** Articles before readers see them: as a request would make them, and at secret addresses that end. */
@NullMarked
package org.feedwright.preview;

import org.jspecify.annotations.NullMarked;
