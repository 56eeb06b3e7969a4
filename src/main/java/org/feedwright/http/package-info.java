/** The vocabulary of HTTP for everyone who answers: dates, entity tags, codings, preconditions, problems. It knows no other package. */
@NullMarked
package org.feedwright.http;

import org.jspecify.annotations.NullMarked;
