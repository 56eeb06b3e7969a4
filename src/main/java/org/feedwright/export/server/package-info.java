/** Configurations with which nginx and Caddy serve an export as the service would. */
@NullMarked
package org.feedwright.export.server;

import org.jspecify.annotations.NullMarked;
