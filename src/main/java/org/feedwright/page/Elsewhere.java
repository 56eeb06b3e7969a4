package org.feedwright.page;

import org.jspecify.annotations.Nullable;

/**
 * A page of another site.
 *
 * @param site its host, as people know the site
 */
record Elsewhere(String address, String site) {
    static @Nullable Elsewhere orNull(@Nullable String address) {
        String safe = WebAddress.orNull(address);
        return safe == null ? null : new Elsewhere(safe, WebAddress.host(safe).orElse(safe));
    }
}
