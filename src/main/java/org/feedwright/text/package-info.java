/** Text that every stage handles: XML-safe characters, HTML, addresses, references and languages. It knows no other package. */
@NullMarked
package org.feedwright.text;

import org.jspecify.annotations.NullMarked;
