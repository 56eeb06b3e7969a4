/** Single values as authors write them: dates, persons, languages, slugs, and lists within a text. */
@NullMarked
package org.feedwright.authoring.value;

import org.jspecify.annotations.NullMarked;
