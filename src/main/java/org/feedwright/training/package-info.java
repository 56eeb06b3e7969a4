/** Plays a short life of the service on a made-up feed, from which Java learns during the build what a start needs. */
@NullMarked
package org.feedwright.training;

import org.jspecify.annotations.NullMarked;
