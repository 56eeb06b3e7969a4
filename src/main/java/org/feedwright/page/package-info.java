/** What people see in a browser: the front page, a feed, an article. */
@NullMarked
package org.feedwright.page;

import org.jspecify.annotations.NullMarked;
