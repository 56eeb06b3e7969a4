/** A short life of the service on a made-up feed, from which the build's Java learns what a start needs. */
@NullMarked
package org.feedwright.training;

import org.jspecify.annotations.NullMarked;
