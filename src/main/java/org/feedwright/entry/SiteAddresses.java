package org.feedwright.entry;

import java.util.Optional;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.KnownAddresses;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in an article that are not meant against the article's own: names of files that come with it, and, in an
 * article that is nowhere but here, those that begin with a slash. These were written for the site to which its feed
 * belongs, which is the feed's {@code home}.
 *
 * @param home null where the article has a link, whose host they are meant under, or its feed has no home
 */
record SiteAddresses(LocalMedia media, @Nullable String home) implements KnownAddresses {
    @Override
    public Optional<String> address(String written) {
        return media.address(written).or(() -> onSite(written.strip()));
    }

    private Optional<String> onSite(String written) {
        boolean isFromRoot = written.startsWith("/") && !written.startsWith("//") && !written.startsWith("/\\");
        return isFromRoot
                ? Optional.ofNullable(home).map(site -> AbsoluteHtml.resolved(written, site))
                : Optional.empty();
    }
}
