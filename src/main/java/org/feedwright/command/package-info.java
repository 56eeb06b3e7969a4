/** The command line: serve, check, export. */
@NullMarked
package org.feedwright.command;

import org.jspecify.annotations.NullMarked;
