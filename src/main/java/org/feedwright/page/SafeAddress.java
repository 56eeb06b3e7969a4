package org.feedwright.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that authors wrote outside their HTML, where nobody has cleaned them. */
final class SafeAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private SafeAddress() {}

    /** The address if a browser may be sent there: {@code javascript:} and its like may run as this site. */
    static @Nullable String orNull(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int colon = address.indexOf(':');
        return colon > 0 && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT)) ? address : null;
    }

    /** The host, as people know a site. */
    static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).map(host -> host.replaceFirst("^www\\.", ""));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
