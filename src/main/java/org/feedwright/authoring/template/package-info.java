/** Translates a small list of template tags of site generators into HTML; template tags are never run. */
@NullMarked
package org.feedwright.authoring.template;

import org.jspecify.annotations.NullMarked;
