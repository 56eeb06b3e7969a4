/** Tells other programs of publications, corrections and withdrawals by signed requests, and again until they answer. */
@NullMarked
package org.feedwright.webhook;

import org.jspecify.annotations.NullMarked;
