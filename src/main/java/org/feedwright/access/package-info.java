/** Who may use the API: tokens, what each of them allows, and the gate before the API's addresses. */
@NullMarked
package org.feedwright.access;

import org.jspecify.annotations.NullMarked;
