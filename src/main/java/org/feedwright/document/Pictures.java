package org.feedwright.document;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Podcast;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the pictures that stand for a feed. For a podcast it is the art, unless its publisher names another picture.
 */
final class Pictures {
    private static final Pattern OTHER = Pattern.compile("(?i)\\.(?!gif$|jpe?g$|png$)\\w+$");

    private Pictures() {}

    /** The address of the logo, or of a podcast's art; null if there is neither. */
    static @Nullable String logo(Selection selection) {
        String logo = selection.feed().definition().description().logo();
        return logo != null ? logo : art(selection);
    }

    /**
     * The address of a picture that readers of RSS can show, "a GIF, JPEG or PNG image": the logo, else the icon, else
     * a podcast's art; null if none of them has such a format.
     */
    static @Nullable String forRss(Selection selection) {
        var definition = selection.feed().definition();
        return Stream.of(
                        definition.description().logo(),
                        definition.description().icon(),
                        art(selection))
                .filter(Pictures::isForRss)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String art(Selection selection) {
        var feed = selection.feed();
        var podcast = feed.definition().podcast();
        return podcast == null ? null : Podcast.address(podcast.image(), selection.addresses(), feed.name());
    }

    /** Whether readers of RSS can show a picture. One whose address has no extension may have any format. */
    private static boolean isForRss(@Nullable String address) {
        return address != null && !OTHER.matcher(address).find();
    }
}
