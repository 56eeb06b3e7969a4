package org.feedwright.document;

import java.util.regex.Pattern;
import org.feedwright.feed.FeedDefinition;
import org.jspecify.annotations.Nullable;

/** Pictures that the readers of RSS can show: "a GIF, JPEG or PNG image". */
final class RssImages {
    private static final Pattern OTHER = Pattern.compile("(?i)\\.(?!gif$|jpe?g$|png$)\\w+$");

    private RssImages() {}

    /** The address of the feed's logo, or else of its icon; null if neither is of such a kind. */
    static @Nullable String of(FeedDefinition feed) {
        String picture = isOne(feed.logo()) ? feed.logo() : feed.icon();
        return isOne(picture) ? picture : null;
    }

    /** An address that ends in no extension may be anything. */
    private static boolean isOne(@Nullable String address) {
        return address != null && !OTHER.matcher(address).find();
    }
}
