package org.feedwright.imports.ghost;

import org.jspecify.annotations.Nullable;

/**
 * What is taken of an export, and how.
 *
 * @param home the site's address, which the export does not have; null if nobody has said
 * @param takesPages whether pages become articles, too
 * @param hasMail whether authors' e-mail addresses are taken
 */
public record GhostOptions(@Nullable String home, boolean takesPages, boolean hasMail) {}
