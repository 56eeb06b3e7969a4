package org.feedwright.page;

import org.jspecify.annotations.Nullable;

/**
 * A page of another site.
 *
 * @param site its host, as people know the site
 */
record ExternalLink(String address, String site) {
    static @Nullable ExternalLink orNull(@Nullable String address) {
        String safe = SafeAddress.orNull(address);
        return safe == null
                ? null
                : new ExternalLink(safe, SafeAddress.host(safe).orElse(safe));
    }
}
