/** For whom a proxy asks, as far as it is trusted. */
@NullMarked
package org.feedwright.poll.proxy;

import org.jspecify.annotations.NullMarked;
