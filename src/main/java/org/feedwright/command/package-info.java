/** The command line: serve, check, import, export, backup, restore, migrate, token, preview, webhook, rehearse. */
@NullMarked
package org.feedwright.command;

import org.jspecify.annotations.NullMarked;
