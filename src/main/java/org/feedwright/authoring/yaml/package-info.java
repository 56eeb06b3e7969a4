/** YAML whose values know their lines, so that every message names the line. */
@NullMarked
package org.feedwright.authoring.yaml;

import org.jspecify.annotations.NullMarked;
