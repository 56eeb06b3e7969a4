package org.feedwright.access;

import java.time.Instant;

/**
 * A token without its secret.
 *
 * @param id the part of it that may be shown, and by which it is revoked
 * @param name what it is for, in the operator's words
 */
public record Token(String id, String name, Scopes scopes, Instant created) {}
